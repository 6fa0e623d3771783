// A sealed box: one key for its content, and locks that two holders open one after the other. docs/sealed.md has the format.

import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from "@hpke/core";
import { aesKey, decrypt, encrypt } from "../journal/aes";
import { type Bytes, base64, joined, text, unbase64, utf8 } from "../journal/bytes";
import { publicKey } from "../journal/keys";

const kem = new DhkemP256HkdfSha256();
const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const ENCAPSULATED = 65;
const VERSION = "akeyi sealed box 1";
/** Every content is filled up to one of these, so that its length says little. */
export const SIZES = [2048, 8192];
/** What fits: four bytes say how long it is. */
export const LARGEST = 8192 - 4;

export interface Lock {
  outer: string;
  inner: string;
  key: string;
}

export interface Box {
  locks: Lock[];
  content: string;
}

/** What is inside: a statement, or who made it. They name each other here and nowhere else. */
export interface Statement {
  what: "statement";
  text: string;
  /** A recording lies in pieces beside the box: what opens them, what they are together, and how long it is. */
  voice: { key: string; type: string; seconds: number } | null;
  use: string;
  language: string;
  day: string;
  /** The box that says who made it; null where nobody wished to say. */
  source: string | null;
  receipt: string | null;
}
export interface Source {
  what: "source";
  /** Null: nobody said who made it, and this box is only there so that nobody outside can tell. */
  text: string | null;
  statement: string | null;
}
export type Inside = Statement | Source;

/** A holder's key pair out of the 32 bytes that their words stand for (RFC 9180, DeriveKeyPair). */
export const pairOf = (entropy: Uint8Array): Promise<CryptoKeyPair> =>
  kem.deriveKeyPair(entropy.slice().buffer);

export async function publicHalf(pair: CryptoKeyPair): Promise<string> {
  return base64(new Uint8Array(await kem.serializePublicKey(pair.publicKey)));
}

const info = (box: string, outer: string, inner: string, place: string): ArrayBuffer =>
  utf8([VERSION, box, outer, inner, place].join("\n")).buffer;
const boundTo = (box: string): Bytes => utf8(`${VERSION}\n${box}`);

async function lockWith(to: CryptoKey, content: Bytes, bound: ArrayBuffer): Promise<Bytes> {
  const { enc, ct } = await suite.seal({ recipientPublicKey: to, info: bound }, content.slice().buffer);
  return joined([new Uint8Array(enc), new Uint8Array(ct)]);
}

async function unlock(pair: CryptoKeyPair, sealed: Bytes, bound: ArrayBuffer): Promise<Bytes> {
  const parts = { recipientKey: pair, enc: sealed.slice(0, ENCAPSULATED).buffer, info: bound };
  return new Uint8Array(await suite.open(parts, sealed.slice(ENCAPSULATED).buffer));
}

export const bytesOf = (inside: Inside): Bytes => utf8(JSON.stringify(inside));

/** The size that all of these fit into: boxes of one telling are alike. */
export function sizeFor(all: Inside[]): number {
  const longest = Math.max(...all.map((one) => bytesOf(one).length));
  const size = SIZES.find((size) => longest <= size - 4);
  if (!size) throw new RangeError("too long");
  return size;
}

/** `pairs`: which two holders can open it, both ways round; `keys`: the public key of each. */
export async function seal(
  id: string,
  inside: Inside,
  size: number,
  pairs: readonly (readonly [string, string])[],
  keys: ReadonlyMap<string, string>,
): Promise<Box> {
  const said = bytesOf(inside);
  const filled = new Uint8Array(size);
  new DataView(filled.buffer).setUint32(0, said.length);
  filled.set(said, 4);
  const raw = crypto.getRandomValues(new Uint8Array(32)) as Bytes;
  const content = await encrypt(await aesKey(raw), filled, boundTo(id));
  const locks: Lock[] = [];
  for (const [outer, inner] of pairs) {
    const within = await lockWith(
      await publicKey(keys.get(inner) ?? ""),
      raw,
      info(id, outer, inner, "inner"),
    );
    const whole = await lockWith(
      await publicKey(keys.get(outer) ?? ""),
      within,
      info(id, outer, inner, "outer"),
    );
    locks.push({ outer, inner, key: base64(whole) });
  }
  raw.fill(0);
  return { locks, content: base64(content) };
}

/** The first holder's part: what is left is for the second one alone. */
export async function openOuter(id: string, lock: Lock, pair: CryptoKeyPair): Promise<string> {
  return base64(await unlock(pair, unbase64(lock.key), info(id, lock.outer, lock.inner, "outer")));
}

/** The second holder's part: what was said. `left`: what the first one handed over. */
export async function openInner(
  id: string,
  lock: Omit<Lock, "key">,
  left: string,
  content: string,
  pair: CryptoKeyPair,
): Promise<Inside> {
  const raw = await unlock(pair, unbase64(left), info(id, lock.outer, lock.inner, "inner"));
  const filled = await decrypt(await aesKey(raw), unbase64(content), boundTo(id));
  raw.fill(0);
  const length = new DataView(filled.buffer).getUint32(0);
  return JSON.parse(text(filled.subarray(4, 4 + length)));
}
