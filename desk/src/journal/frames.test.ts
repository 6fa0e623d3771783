import { describe, expect, test } from "vitest";
import { utf8 } from "./bytes";
import { BLOCK, COMPLETE, crc32, encode, frame, MARK, scan, TOLD } from "./frames";

const ID = "018f0000-0000-7000-8000-0000000000b0";
const told = (n: number, says = `fact ${n}`) => ({
  frame: frame(TOLD, "reception", 3, n, ID),
  payload: utf8(says),
});
const bytesOf = (...batches: Uint8Array[]) => new Uint8Array(Buffer.concat(batches));
const numbers = (bytes: Uint8Array) => scan(bytes).frames.map(({ n }) => n);

describe("the frames of the log", () => {
  test("come back as they were written", () => {
    const [read] = scan(encode([told(7)])).frames;
    expect(read).toEqual({ type: TOLD, wall: "reception", segment: 3, n: 7, id: ID, at: 40, length: 6 });
  });

  test("stay readable for later versions: this is the format of the field", () => {
    const header =
      "414b 01 02 01 00 0000 00000003 00000006 00000007 d26f2e02 018f00000000700080000000000000b0";
    const payload = "666163742037";
    expect(Buffer.from(encode([told(7)])).toString("hex")).toBe(header.replaceAll(" ", "") + payload);
  });

  test("a write that was cut anywhere leaves everything before it, and nothing of itself", () => {
    const before = encode([told(1), told(2)]);
    const cut = encode([told(3), told(4), told(5)]);
    for (let kept = 0; kept < cut.length; kept++) {
      const { frames, end, isDamaged } = scan(bytesOf(before, cut.subarray(0, kept)));
      expect([frames.map(({ n }) => n), end, isDamaged]).toEqual([[1, 2], before.length, false]);
    }
    expect(numbers(bytesOf(before, cut))).toEqual([1, 2, 3, 4, 5]);
  });

  test("a batch whose middle never reached the disk did not happen", () => {
    const before = encode([told(1)]);
    const torn = encode([told(2), told(3), told(4)]);
    torn.fill(0, 50, 90);
    expect(numbers(bytesOf(before, torn))).toEqual([1]);
  });

  test("bytes that rot in the middle cost their batch, not what was told after it", () => {
    const rotten = encode([told(2)]);
    rotten[45] ^= 1;
    const found = scan(bytesOf(encode([told(1)]), rotten, encode([told(3), told(4)])));
    expect(found.frames.map(({ n }) => n)).toEqual([1, 3, 4]);
    expect(found.isDamaged).toBe(true);
  });

  test("what a newer desk wrote is passed over and kept", () => {
    const newer = encode([{ frame: frame(99, "reception", 1), payload: utf8("?") }]);
    const bytes = bytesOf(newer, encode([told(1)]));
    expect(scan(bytes).frames.map(({ type }) => type)).toEqual([0, TOLD]);
    expect(scan(bytes).end).toBe(bytes.length);
  });

  test("hold records that look like frames themselves", () => {
    const inner = encode([told(9)]);
    const outer = encode([{ frame: frame(BLOCK, "child", 2), payload: inner }]);
    expect(numbers(bytesOf(outer, encode([{ frame: frame(MARK, "device", 1), payload: inner }])))).toEqual([
      0, 0,
    ]);
    expect(
      scan(encode([{ frame: frame(COMPLETE, "device", 0), payload: new Uint8Array(0) }])).frames,
    ).toHaveLength(1);
  });
});

test("the checksum is the one of zip", () => {
  expect(crc32(utf8("123456789"))).toBe(0xcbf43926);
  expect(crc32(utf8("456789"), crc32(utf8("123")))).toBe(0xcbf43926);
});
