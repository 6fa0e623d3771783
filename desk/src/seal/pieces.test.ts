// A recording is cut into pieces that are all alike, and comes together again out of pieces of many.
import { expect, test } from "vitest";
import { LIMITS } from "../contracts/limits.gen";
import type { Bytes } from "../journal/bytes";
import { randomBytes } from "../journal/ids";
import { cut, joinedAgain, MOST, PIECES } from "./pieces";

const ids = (of: number) => Array.from({ length: PIECES }, (_, n) => `01926f00-${of}-${n}`);
const voice = (length: number): Bytes => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1000) bytes.set(randomBytes(Math.min(1000, length - at)), at);
  return bytes;
};

test("however long it was, there are as many pieces of one size, and each fits into a fact", async () => {
  for (const length of [0, 1, 40_000, MOST]) {
    const { pieces } = await cut(voice(length), ids(1));
    expect(pieces).toHaveLength(PIECES);
    expect(new Set(pieces.map(({ content }) => content.length)).size).toBe(1);
    expect(pieces[0]!.content.length).toBeLessThanOrEqual(LIMITS["feedback.sealed_piece"].content);
  }
  await expect(cut(voice(MOST + 1), ids(1))).rejects.toThrow(RangeError);
});

test("two recordings of one day come apart by their keys, in any order", async () => {
  const [mine, other] = [voice(123_456), voice(77)];
  const [a, b] = [await cut(mine, ids(1)), await cut(other, ids(2))];
  const mixed = [...a.pieces, ...b.pieces].sort(({ content: one }, { content: two }) => (one < two ? -1 : 1));
  expect(await joinedAgain(a.key, mixed)).toEqual(mine);
  expect(await joinedAgain(b.key, mixed)).toEqual(other);
});

test("with a piece missing, or one that took another's place, there is nothing", async () => {
  const { key, pieces } = await cut(voice(50_000), ids(1));
  expect(await joinedAgain(key, pieces.slice(1))).toBeNull();
  const [first, second, ...rest] = pieces;
  const moved = [{ ...first!, content: second!.content }, { ...second!, content: first!.content }, ...rest];
  expect(await joinedAgain(key, moved)).toBeNull();
});
