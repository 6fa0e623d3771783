// What was begun and not told lies sealed while its worker is away, and opens for nobody else.

import { expect, test } from "vitest";
import { aesKey } from "./aes";
import { Begun } from "./begun";

const NADIA = "0190a5c0-0000-7000-8000-00000000000a";
const JO = "0190a5c0-0000-7000-8000-00000000000b";
const keyOf = (n: number) => aesKey(new Uint8Array(32).fill(n));
const pierre = () => ({ typed: { family_name: "Pierre" } });

test("it is there again for whoever began it, as it was", async () => {
  const begun = new Begun();
  await begun.enter(NADIA, keyOf(1));
  begun.open.set("register person 1", pierre());
  begun.leave();
  expect(begun.open.size).toBe(0);
  await begun.enter(JO, keyOf(2));
  expect(begun.open.size).toBe(0);
  await begun.enter(NADIA, keyOf(1));
  expect([...begun.open]).toEqual([["register person 1", pierre()]]);
});

test("another worker who comes while it is only hidden finds it sealed", async () => {
  const begun = new Begun();
  await begun.enter(NADIA, keyOf(1));
  begun.open.set("register person 1", pierre());
  await begun.enter(JO, keyOf(2));
  expect(begun.open.size).toBe(0);
  await begun.enter(NADIA, keyOf(1));
  expect(begun.open.size).toBe(1);
});

test("the same worker who comes back to a hidden page goes on with what stands there", async () => {
  const begun = new Begun();
  await begun.enter(NADIA, keyOf(1));
  const draft = pierre();
  begun.open.set("register person 1", draft);
  const held = begun.open.get("register person 1");
  await begun.enter(NADIA, keyOf(1));
  expect(begun.open.get("register person 1")).toBe(held);
});

test("without a key nothing is kept, and another key opens nothing", async () => {
  for (const [before, after] of [
    [null, keyOf(1)],
    [keyOf(1), keyOf(2)],
    [keyOf(1), null],
  ] as const) {
    const begun = new Begun();
    await begun.enter(NADIA, before);
    begun.open.set("register person 1", pierre());
    begun.leave();
    await begun.enter(NADIA, after);
    expect(begun.open.size).toBe(0);
  }
});

test("what was told or dropped after its worker had gone is not there again", async () => {
  const begun = new Begun();
  await begun.enter(NADIA, keyOf(1));
  begun.open.set("register person 1", pierre());
  begun.open.set("register person 2", pierre());
  begun.leave();
  begun.drop(NADIA, "register person 1");
  await begun.enter(NADIA, keyOf(1));
  expect([...begun.open.keys()]).toEqual(["register person 2"]);
});
