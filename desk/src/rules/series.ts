// Which numbers a series holds, in which order, and the ids that a card and its roll stand for on every tablet.

export interface SeriesSecret {
  secret: Uint8Array<ArrayBuffer>;
  count: number;
}

export interface Drawn {
  /** From the four drawn digits (0 to 9999) to the place of the card in the series. */
  indexOf: Map<number, number>;
  frontToken(index: number): string;
  backToken(index: number): string;
}

const POOL = 10_000;
const TOKENS_AT = 40_000;
const TOKEN_BYTES = 5;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

async function keystream(secret: Uint8Array<ArrayBuffer>, length: number): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey("raw", secret, "AES-CTR", false, ["encrypt"]);
  const counter = new Uint8Array(16);
  const stream = await crypto.subtle.encrypt(
    { name: "AES-CTR", counter, length: 128 },
    key,
    new Uint8Array(length),
  );
  return new Uint8Array(stream);
}

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = "";
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return text;
}

/** The series' numbers in order, shuffled by the keystream of its secret. */
export async function drawSeries({ secret, count }: SeriesSecret): Promise<Drawn & { order: number[] }> {
  const stream = await keystream(secret, TOKENS_AT + 2 * TOKEN_BYTES * count);
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const pool = Array.from({ length: POOL }, (_, i) => i);
  let at = 0;
  for (let i = POOL - 1; i >= 1; i--) {
    const j = view.getUint32(at) % (i + 1);
    at += 4;
    const held = pool[i]!;
    pool[i] = pool[j]!;
    pool[j] = held;
  }
  const order = pool.slice(0, count);
  const token = (place: number) => base32(stream.subarray(place, place + TOKEN_BYTES));
  return {
    order,
    indexOf: new Map(order.map((drawn, index) => [drawn, index])),
    frontToken: (index) => token(TOKENS_AT + 2 * TOKEN_BYTES * index),
    backToken: (index) => token(TOKENS_AT + 2 * TOKEN_BYTES * index + TOKEN_BYTES),
  };
}

async function keyedId(secret: Uint8Array<ArrayBuffer>, text: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(text)));
  const bytes = mac.slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export function receptionId(secret: Uint8Array<ArrayBuffer>, number: string): Promise<string> {
  return keyedId(secret, `reception:${number}`);
}

export function rollId(secret: Uint8Array<ArrayBuffer>, roll: number): Promise<string> {
  return keyedId(secret, `roll:${roll}`);
}

export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i++) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
