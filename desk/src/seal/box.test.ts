// What is sealed opens with two keys, one after the other, and with nothing less.
import { expect, test } from "vitest";
import { pairs } from "../rules/holders";
import { type Inside, openInner, openOuter, pairOf, publicHalf, SIZES, seal, sizeFor } from "./box";
import { asFile, fromFile } from "./key_file";
import { entropyOf, sixWords, wordsOf } from "./words";

const entropy = (seed: number) => new Uint8Array(32).fill(seed);
const [A, B, C] = ["01926f00-000a", "01926f00-000b", "01926f00-000c"];
const BOX = "01926f00-0000-7000-8000-000000000001";
const said: Inside = {
  what: "statement",
  text: "Yo te pran pitit mwen.",
  voice: null,
  use: "legal",
  language: "ht",
  day: "2026-11-26",
  source: null,
  receipt: null,
};

async function sealed(inside: Inside = said) {
  const holders = [
    { id: A!, holder: "ingrid", is_outside: true, seed: 1 },
    { id: B!, holder: "solange", is_outside: false, seed: 2 },
    { id: C!, holder: "escrow", is_outside: true, seed: 3 },
  ];
  const keys = new Map<string, string>();
  for (const { id, seed } of holders) keys.set(id, await publicHalf(await pairOf(entropy(seed))));
  return seal(BOX, inside, sizeFor([inside]), pairs(holders), keys);
}

test("any two holders open a box, whichever is there first", async () => {
  const { locks, content } = await sealed();
  expect(locks).toHaveLength(6);
  const seeds = new Map([
    [A, 1],
    [B, 2],
    [C, 3],
  ]);
  for (const lock of locks) {
    const left = await openOuter(BOX, lock, await pairOf(entropy(seeds.get(lock.outer)!)));
    const pair = await pairOf(entropy(seeds.get(lock.inner)!));
    expect(await openInner(BOX, lock, left, content, pair)).toEqual(said);
  }
});

test("one holder alone, another box and another order open nothing", async () => {
  const { locks, content } = await sealed();
  const [lock] = locks;
  const [first, second] = [await pairOf(entropy(1)), await pairOf(entropy(2))];
  const left = await openOuter(BOX, lock!, first);
  await expect(openInner(BOX, lock!, left, content, first)).rejects.toThrow();
  await expect(openInner(BOX, lock!, lock!.key, content, second)).rejects.toThrow();
  await expect(openOuter(BOX.replace(/1$/, "2"), lock!, first)).rejects.toThrow();
  await expect(openOuter(BOX, { ...lock!, inner: C! }, first)).rejects.toThrow();
});

test("a short word and a page of words are sealed to lengths that say little", async () => {
  const sizes = new Set<number>();
  for (const text of ["wi", "w".repeat(1500), "w".repeat(2500), "w".repeat(7000)])
    sizes.add((await sealed({ ...said, text })).content.length);
  expect(sizes.size).toBe(SIZES.length);
  expect(() => sizeFor([{ ...said, text: "è".repeat(5000) }])).toThrow(RangeError);
});

test("24 words in three languages stand for the same key, however they are typed", async () => {
  for (const language of ["ht", "fr", "es", "en"] as const) {
    const words = await wordsOf(entropy(7), language);
    expect(words).toHaveLength(24);
    expect(await entropyOf(` ${words.join(",\n ").toUpperCase()}. `)).toEqual(entropy(7));
    expect(await entropyOf([...words].reverse().join(" "))).toBeNull();
    expect((await sixWords(language)).split(" ")).toHaveLength(6);
  }
});

test("a file of a key opens with its pass phrase alone", async () => {
  const file = await asFile(entropy(9), "a long pass phrase");
  expect(await fromFile(file, "a long pass phrase")).toEqual(entropy(9));
  expect(await fromFile(file, "a long pass phrasE")).toBeNull();
  expect(await fromFile("{}", "a long pass phrase")).toBeNull();
});
