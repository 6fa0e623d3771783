// Makes the ids of facts: UUIDs of version 7, so that later ones sort after earlier ones.

import { type Bytes, hex, unhex } from "./bytes";

/** Random bytes, passed in so that tests can repeat them. */
export type Random = (length: number) => Uint8Array;

export const randomBytes: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A UUIDv7 (RFC 9562): 48 bits of unix milliseconds, the rest random. */
export function newId(now: number, random: Random): string {
  const bytes = new Uint8Array(16);
  bytes.set(random(10), 6);
  let ms = Math.max(0, Math.floor(now));
  for (let i = 5; i >= 0; i--) {
    bytes[i] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return idText(bytes);
}

export function idText(bytes: Uint8Array): string {
  const digits = hex(bytes);
  return [0, 8, 12, 16, 20].map((from, i, cuts) => digits.slice(from, cuts[i + 1] ?? 32)).join("-");
}

export const idBytes = (id: string): Bytes => unhex(id.replaceAll("-", ""));

export const NO_ID = "00000000-0000-0000-0000-000000000000";
