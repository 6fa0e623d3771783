// A worker's ring on this tablet: the private keys of the walls they may read, opened by their PIN and this tablet together.

import { aesKey, decrypt, encrypt } from "./aes";
import type { Wall, Worker } from "./api";
import { type Bytes, joined, text, utf8 } from "./bytes";
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

/** The PIN does not fit: known by the ring's key, which it fails to open. Nothing else here could tell. */
export class WrongPin extends Error {}

const VERSION = 1;
/** Whose share opens the ring's key. Kind 0, the device key alone, is not read any more. */
const PIN_AND_DEVICE = 1;
const HEAD = 4;
const SALT = 16;
const RECORD = 7 + SALT;

const name = (worker: string) => `ring-${worker}`;
const RING = /^ring-([0-9a-f-]{36})\.[ab]$/;

/** The ring's key is sealed with the PIN, and that once more with the device key. */
export async function keepRing(folder: Folder, device: CryptoKey, ring: Ring, pin: string): Promise<void> {
  const head = joined([new Uint8Array([VERSION, PIN_AND_DEVICE, 0, RECORD]), recordOf(ring.pin_cost)]);
  const bound = joined([head, utf8(ring.worker.id)]);
  const raw = randomBytes(32) as Bytes;
  const byPin = await encrypt(await keyOf(pin, head), raw, bound);
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

/** Null where there is none that this tablet can read; throws WrongPin. */
export async function openRing(
  folder: Folder,
  device: CryptoKey,
  worker: string,
  pin: string,
): Promise<Ring | null> {
  const bytes = await readSlot(folder, name(worker));
  if (!bytes || !isRead(bytes)) return null;
  const head = bytes.slice(0, HEAD + RECORD);
  const bound = joined([head, utf8(worker)]);
  const wrapped = bytes.slice(head.length + 1, head.length + 1 + (bytes[head.length] as number));
  const byPin = await decrypt(device, wrapped, bound).catch(() => null);
  if (!byPin) return null;
  const raw = await decrypt(await keyOf(pin, head), byPin, bound).catch(() => {
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

const isRead = (bytes: Bytes): boolean =>
  bytes[0] === VERSION && bytes[1] === PIN_AND_DEVICE && bytes[3] === RECORD;

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

async function keyOf(pin: string, head: Bytes): Promise<CryptoKey> {
  const view = new DataView(head.buffer, head.byteOffset + HEAD);
  const cost = {
    memory_kib: view.getUint32(0),
    iterations: view.getUint16(4),
    parallelism: view.getUint8(6),
  };
  // Loaded when a PIN is first typed: it is not needed before the first tap.
  const { argon2 } = await import("./argon");
  return aesKey((await argon2(pin, head.slice(HEAD + 7), cost, 32)) as Bytes);
}
