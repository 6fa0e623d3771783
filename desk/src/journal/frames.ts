// The frames of the tablet's log: what stands in clear around each sealed record, and how a torn end is found.

import type { Wall } from "./api";
import { type Bytes, joined } from "./bytes";
import { idBytes, idText, NO_ID } from "./ids";

// The format is described in docs/adr/0002-tablet-log.md; logs in the field depend on every number here.
export const FORMAT = 1;
export const HEADER = 40;

export const SEGMENT = 1;
export const TOLD = 2;
export const BLOCK = 3;
export const MARK = 4;
export const ACKNOWLEDGED = 5;
/** Retired: a second copy of `told` under the tablet's own key. Logs of before hold some. */
export const UNSENT = 6;
export const COMPLETE = 7;

/** `device` is no wall of people: what it holds is for the tablet itself. */
export type LogWall = Wall | "device";

/** A frame written by a newer desk: kept as it is. */
export const UNKNOWN = 0;

const WALLS: LogWall[] = [
  "device",
  "reception",
  "assistance",
  "cash",
  "triage",
  "health",
  "child",
  "protection",
  "safety",
  "office",
  "sealed",
];

export const isWall = (wall: string): boolean => wall !== "device" && (WALLS as string[]).includes(wall);

const MAGIC = 0x414b; // "AK"
const MORE = 1;

export interface Frame {
  type: number;
  wall: LogWall;
  segment: number;
  n: number;
  id: string;
}

/** Where a frame stands in the file; `at` is the place of its payload. */
export interface Placed extends Frame {
  at: number;
  length: number;
}

export function frame(type: number, wall: LogWall, segment: number, n = 0, id = NO_ID): Frame {
  return { type, wall, segment, n, id };
}

/** What a sealed record is bound to: it cannot be moved under another header, but may be copied to another place. */
export function bound(of: Frame): Bytes {
  const bytes = new Uint8Array(27);
  const view = new DataView(bytes.buffer);
  bytes.set([FORMAT, of.type, WALLS.indexOf(of.wall)]);
  view.setUint32(3, of.segment);
  view.setUint32(7, of.n);
  bytes.set(idBytes(of.id), 11);
  return bytes;
}

/** One batch, written by one write: every frame but the last says that more follows, and each says its place. */
export function encode(batch: { frame: Frame; payload: Uint8Array }[]): Bytes {
  return joined(
    batch.map(({ frame: of, payload }, index) => {
      const bytes = new Uint8Array(HEADER + payload.length);
      const view = new DataView(bytes.buffer);
      view.setUint16(0, MAGIC);
      bytes.set([FORMAT, of.type, WALLS.indexOf(of.wall), index < batch.length - 1 ? MORE : 0], 2);
      view.setUint16(6, index);
      view.setUint32(8, of.segment);
      view.setUint32(12, payload.length);
      view.setUint32(16, of.n);
      bytes.set(idBytes(of.id), 24);
      bytes.set(payload, HEADER);
      view.setUint32(20, crc32(bytes));
      return bytes;
    }),
  );
}

interface Read extends Placed {
  more: boolean;
  index: number;
  end: number;
}

function readAt(bytes: Uint8Array, from: number): Read | null {
  if (from + HEADER > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + from);
  if (view.getUint16(0) !== MAGIC) return null;
  const length = view.getUint32(12);
  const end = from + HEADER + length;
  if (end > bytes.length) return null;
  const zeroed = new Uint8Array(HEADER);
  zeroed.set(bytes.subarray(from, from + HEADER));
  zeroed.fill(0, 20, 24);
  if (crc32(bytes.subarray(from + HEADER, end), crc32(zeroed)) !== view.getUint32(20)) return null;
  const wall = WALLS[view.getUint8(4)];
  const isKnown = wall && view.getUint8(2) === FORMAT && view.getUint8(3) <= COMPLETE;
  return {
    type: isKnown ? view.getUint8(3) : UNKNOWN,
    wall: wall ?? "device",
    more: (view.getUint8(5) & MORE) !== 0,
    index: view.getUint16(6),
    segment: view.getUint32(8),
    n: view.getUint32(16),
    id: idText(bytes.subarray(from + 24, from + HEADER)),
    at: from + HEADER,
    length,
    end,
  };
}

export interface Scan {
  frames: Placed[];
  /** Up to here the file is whole; what follows is a torn end. */
  end: number;
  /** Bytes in the middle cannot be read although whole batches follow: the storage itself failed. */
  isDamaged: boolean;
}

/** Reads a log: whole batches only. A batch whose write was cut anywhere never happened. */
export function scan(bytes: Uint8Array): Scan {
  const found: Scan = { frames: [], end: 0, isDamaged: false };
  let batch: Read[] = [];
  let hasHole = false;
  let from = 0;
  while (from < bytes.length) {
    const next = readAt(bytes, from);
    if (!next) {
      hasHole = true;
      batch = [];
      from = nextMagic(bytes, from + 1);
      continue;
    }
    from = next.end;
    if (next.index !== batch.length) {
      batch = [];
      continue;
    }
    batch.push(next);
    if (next.more) continue;
    found.isDamaged ||= hasHole;
    for (const { more: _more, index: _index, end: _end, ...placed } of batch) found.frames.push(placed);
    found.end = next.end;
    batch = [];
  }
  return found;
}

function nextMagic(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++)
    if (bytes[at] === 0x41 && bytes[at + 1] === 0x4b) return at;
  return bytes.length;
}

const CRC = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as in zip; `before` continues an earlier one. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = ~before;
  for (let i = 0; i < bytes.length; i++) {
    value = (CRC[(value ^ (bytes[i] as number)) & 0xff] as number) ^ (value >>> 8);
  }
  return ~value >>> 0;
}
