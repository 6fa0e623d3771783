// A worker's ring on this tablet: the private keys of the walls they may read, opened by their PIN and this tablet together.

import { aesKey, decrypt, encrypt } from "./aes";
import type { Wall, Worker } from "./api";
import { type Bytes, base64, joined, text, unbase64, utf8 } from "./bytes";
import type { Folder } from "./disk";
import { randomBytes } from "./ids";
import { readSlot, removeSlot, replaceSlot } from "./slots";

/** What guessing one PIN costs: the hub says it, and it stands in clear in the ring. */
export interface PinCost {
  memory_kib: number;
  iterations: number;
  parallelism: number;
}

/** As the hub gives it at a sign-in. */
export interface Ring {
  worker: Worker;
  /** Base64 PKCS #8. */
  walls: Partial<Record<Wall, string>>;
  pin_cost: PinCost;
  /** When walls close that a role for one shift opens. */
  until?: Partial<Record<Wall, string>>;
  /** Hash of the secret on the worker's badge. */
  badge?: string | null;
  /** Base64, 32 bytes: this worker's alone, on this tablet alone, whatever walls they read. */
  own_key?: string;
  /** Shows the hub that this ring was opened. */
  pull_key?: string;
}

/** The tablet's own lock, asked beside the PIN where its worker chose so: the passkey, and what it answered. */
export interface OwnLock {
  /** Its id, base64. */
  credential: string;
  share: Bytes;
}

/** The ring asks for the tablet's own lock too, and nobody asked that: whether the PIN fits is not known. */
export class LockNeeded extends Error {}

/** The PIN does not fit: known by the ring's key, which it fails to open. Nothing else here could tell. */
export class WrongPin extends Error {}

const VERSION = 1;
/** Whose share opens the ring's key. Kind 0, the device key alone, is not read any more. */
const PIN_AND_DEVICE = 1;
/** And the tablet's own lock: its passkey's id stands behind the salt. */
const AND_OWN_LOCK = 2;
const HEAD = 4;
const SALT = 16;
const RECORD = 7 + SALT;

const name = (worker: string) => `ring-${worker}`;
const RING = /^ring-([0-9a-f-]{36})\.[ab]$/;

/** The ring's key is sealed with the PIN (and the tablet's own lock), and that once more with the device key. */
export async function keepRing(
  folder: Folder,
  device: CryptoKey,
  ring: Ring,
  pin: string,
  lock: OwnLock | null = null,
): Promise<void> {
  const record = joined([recordOf(ring.pin_cost), lock ? unbase64(lock.credential) : new Uint8Array()]);
  const kind = lock ? AND_OWN_LOCK : PIN_AND_DEVICE;
  const head = joined([new Uint8Array([VERSION, kind, record.length >> 8, record.length & 0xff]), record]);
  const bound = joined([head, utf8(ring.worker.id)]);
  const raw = randomBytes(32) as Bytes;
  const byPin = await encrypt(await keyOf(pin, head, lock), raw, bound);
  const wrapped = await encrypt(device, byPin, bound);
  const sealed = await encrypt(await aesKey(raw), utf8(JSON.stringify(ring)), bound);
  raw.fill(0);
  // The former one goes at once: it may open by a PIN that was taken away.
  await replaceSlot(
    folder,
    name(ring.worker.id),
    joined([head, new Uint8Array([wrapped.length]), wrapped, sealed]),
  );
}

/** Null where there is none that this tablet can read; throws WrongPin, LockNeeded. */
export async function openRing(
  folder: Folder,
  device: CryptoKey,
  worker: string,
  pin: string,
  lock: OwnLock | null = null,
): Promise<Ring | null> {
  const bytes = await readSlot(folder, name(worker));
  if (!bytes || !isRead(bytes)) return null;
  if (lockOf(bytes) && !lock) throw new LockNeeded();
  const head = bytes.slice(0, HEAD + recordLength(bytes));
  const bound = joined([head, utf8(worker)]);
  const wrapped = bytes.slice(head.length + 1, head.length + 1 + (bytes[head.length] as number));
  const byPin = await decrypt(device, wrapped, bound).catch(() => null);
  if (!byPin) return null;
  const raw = await decrypt(await keyOf(pin, head, lock), byPin, bound).catch(() => {
    throw new WrongPin();
  });
  const ring = await decrypt(await aesKey(raw), bytes.slice(head.length + 1 + wrapped.length), bound);
  raw.fill(0);
  return JSON.parse(text(ring));
}

export const dropRing = (folder: Folder, worker: string): Promise<void> => removeSlot(folder, name(worker));

/** Whose rings are here. Those that the device key alone would open are destroyed. */
export async function ringHolders(folder: Folder): Promise<string[]> {
  const names = await folder.names();
  const holders: string[] = [];
  for (const worker of new Set(names.flatMap((file) => RING.exec(file)?.[1] ?? []))) {
    const bytes = await readSlot(folder, name(worker));
    if (bytes && isRead(bytes)) holders.push(worker);
    else await dropRing(folder, worker);
  }
  return holders;
}

/** The id of the passkey that a worker's ring asks for; null: none, or there is no ring. */
export async function ownLockOf(folder: Folder, worker: string): Promise<string | null> {
  const bytes = await readSlot(folder, name(worker));
  return bytes && isRead(bytes) ? lockOf(bytes) : null;
}

const recordLength = (bytes: Bytes): number => ((bytes[2] as number) << 8) | (bytes[3] as number);

const lockOf = (bytes: Bytes): string | null =>
  bytes[1] === AND_OWN_LOCK ? base64(bytes.subarray(HEAD + RECORD, HEAD + recordLength(bytes))) : null;

function isRead(bytes: Bytes): boolean {
  const more = recordLength(bytes) - RECORD;
  return (
    bytes[0] === VERSION && (bytes[1] === PIN_AND_DEVICE ? more === 0 : bytes[1] === AND_OWN_LOCK && more > 0)
  );
}

/** Memory in KiB (4 bytes), passes (2), lanes (1), salt (16). */
function recordOf({ memory_kib, iterations, parallelism }: PinCost): Bytes {
  const record = new Uint8Array(RECORD);
  const view = new DataView(record.buffer);
  view.setUint32(0, memory_kib);
  view.setUint16(4, iterations);
  view.setUint8(6, parallelism);
  record.set(randomBytes(SALT), 7);
  return record;
}

async function keyOf(pin: string, head: Bytes, lock: OwnLock | null): Promise<CryptoKey> {
  const view = new DataView(head.buffer, head.byteOffset + HEAD);
  const cost = {
    memory_kib: view.getUint32(0),
    iterations: view.getUint16(4),
    parallelism: view.getUint8(6),
  };
  // Loaded when a PIN is first typed: it is not needed before the first tap.
  const { argon2 } = await import("./argon");
  const salt = head.slice(HEAD + 7, HEAD + RECORD);
  const byPin = (await argon2(pin, salt, cost, 32)) as Bytes;
  if (head[1] !== AND_OWN_LOCK || !lock) return aesKey(byPin);
  const both = await crypto.subtle.importKey("raw", joined([byPin, lock.share]), "HKDF", false, [
    "deriveKey",
  ]);
  const how = { name: "HKDF", hash: "SHA-256", salt, info: utf8("akeyi ring 2") };
  return crypto.subtle.deriveKey(how, both, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}
