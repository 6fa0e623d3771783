// What is too long for a box: cut into pieces that are all alike, under one key that lies inside the box. docs/sealed.md has the format.

import { aesKey, decrypt, encrypt } from "../journal/aes";
import { type Bytes, base64, joined, unbase64, utf8 } from "../journal/bytes";

/** Always so many, each of one size: how many there are, and how long they are, says nothing of what is inside. */
export const PIECES = 30;
const SIZE = 11_000;
// Two bytes say which piece it is, four how much of it is filled.
const HEAD = 6;
const ROOM = SIZE - HEAD;
/** What fits into all of them together, in bytes. */
export const MOST = PIECES * ROOM;

export interface Piece {
  id: string;
  content: string;
}

const boundTo = (id: string): Bytes => utf8(`akeyi sealed piece 1\n${id}`);

/** `ids`: one for each piece. Gives the pieces and the key that opens them. */
export async function cut(whole: Bytes, ids: string[]): Promise<{ key: string; pieces: Piece[] }> {
  if (whole.length > MOST) throw new RangeError("too long");
  const raw = crypto.getRandomValues(new Uint8Array(32)) as Bytes;
  const key = await aesKey(raw);
  const pieces = ids.map(async (id, n): Promise<Piece> => {
    const part = whole.subarray(n * ROOM, (n + 1) * ROOM);
    const filled = new Uint8Array(SIZE);
    const view = new DataView(filled.buffer);
    view.setUint16(0, n);
    view.setUint32(2, part.length);
    filled.set(part, HEAD);
    return { id, content: base64(await encrypt(key, filled, boundTo(id))) };
  });
  return { key: base64(raw), pieces: await Promise.all(pieces) };
}

/** Puts together what this key opens, out of pieces of many; null where some are missing. */
export async function joinedAgain(key: string, among: Piece[]): Promise<Bytes | null> {
  const opener = await aesKey(unbase64(key));
  const found: Bytes[] = [];
  for (const { id, content } of among) {
    // Of another key: they are not marked, so that nobody else can tell either.
    const filled = await decrypt(opener, unbase64(content), boundTo(id)).catch(() => null);
    if (!filled) continue;
    const view = new DataView(filled.buffer);
    found[view.getUint16(0)] = filled.slice(HEAD, HEAD + view.getUint32(2)) as Bytes;
  }
  return Object.keys(found).length === PIECES ? joined(found) : null;
}
