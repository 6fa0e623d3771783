// A worker's ring on this tablet: the private keys of the walls they may read, and the check of their PIN.

import type { Wall, Worker } from "./api";
import { type Bytes, base64, joined, text, unbase64, utf8 } from "./bytes";
import type { Folder } from "./disk";
import { randomBytes } from "./ids";
import { aesKey, decrypt, encrypt } from "./keys";
import { readSlot, removeSlot, writeSlot } from "./slots";

/** How the hub says argon2id was computed; salt and hash are base64. */
export interface PinCheck {
  memory_kib: number;
  iterations: number;
  parallelism: number;
  salt: string;
  hash: string;
}

export interface Ring {
  worker: Worker;
  /** Base64 PKCS #8. */
  walls: Partial<Record<Wall, string>>;
  pin_check: PinCheck;
}

const VERSION = 1;
/** Who else but the device key has a share in the ring's key. 1 is kept for a share derived from the PIN. */
const DEVICE_ALONE = 0;

const name = (worker: string) => `ring-${worker}`;
const RING = /^ring-([0-9a-f-]{36})\.[ab]$/;

/** version, kind of share, its record (none yet), the ring's key wrapped by the device key, then the ring itself. */
export async function keepRing(folder: Folder, device: CryptoKey, ring: Ring): Promise<void> {
  const head = new Uint8Array([VERSION, DEVICE_ALONE, 0, 0]);
  const bound = joined([head, utf8(ring.worker.id)]);
  const raw = randomBytes(32) as Bytes;
  const wrapped = await encrypt(device, raw, bound);
  const sealed = await encrypt(await aesKey(raw), utf8(JSON.stringify(ring)), bound);
  raw.fill(0);
  await writeSlot(
    folder,
    name(ring.worker.id),
    joined([head, new Uint8Array([wrapped.length]), wrapped, sealed]),
  );
}

export async function openRing(folder: Folder, device: CryptoKey, worker: string): Promise<Ring | null> {
  const bytes = await readSlot(folder, name(worker));
  if (bytes?.[0] !== VERSION || bytes[1] !== DEVICE_ALONE) return null;
  const head = bytes.subarray(0, 4);
  const bound = joined([head, utf8(worker)]);
  const wrapped = bytes.slice(5, 5 + (bytes[4] ?? 0));
  const key = await aesKey(await decrypt(device, wrapped, bound));
  return JSON.parse(text(await decrypt(key, bytes.slice(5 + wrapped.length), bound)));
}

export const dropRing = (folder: Folder, worker: string): Promise<void> => removeSlot(folder, name(worker));

export async function ringHolders(folder: Folder): Promise<string[]> {
  const names = await folder.names();
  return [...new Set(names.flatMap((file) => RING.exec(file)?.[1] ?? []))];
}

export async function isPin(pin: string, check: PinCheck): Promise<boolean> {
  // Loaded when a PIN is first typed: it is not needed before the first tap.
  const { argon2 } = await import("./argon");
  const expected = unbase64(check.hash);
  const found = await argon2(pin, unbase64(check.salt), check, expected.length);
  return base64(found) === base64(expected);
}
