// Segments of the log: each has a key of its own, sealed to those who may read it.

import { aesKey, decrypt, encrypt } from "./aes";
import type { Wall } from "./api";
import { type Bytes, joined, text, utf8 } from "./bytes";
import { bound, type Frame, frame, type LogWall, type Placed, SEGMENT } from "./frames";
import { randomBytes } from "./ids";
import { seal, unseal } from "./keys";

const TO_WALL = 1;
export const TO_HUB = 2;
const TO_DEVICE = 3;

export interface Recipients {
  device: CryptoKey;
  hub: CryptoKey;
  walls: Partial<Record<Wall, CryptoKey>>;
}

export type Sealed = { frame: Frame; payload: Bytes };

interface Writing {
  number: number;
  key: CryptoKey;
}

export class Segments {
  #next: number;
  #writing = new Map<LogWall, Writing>();
  #opened = new Map<number, CryptoKey>();
  #ofDevice = new Set<number>();

  constructor(
    private recipients: Recipients,
    highest: number,
  ) {
    this.#next = highest + 1;
  }

  /** The last segment that was begun. */
  get highest(): number {
    return this.#next - 1;
  }

  /** What is sealed from now on is for others; what is open stays open. */
  address(recipients: Recipients): void {
    this.recipients = recipients;
    this.abandon();
  }

  /** Seals one record; a segment that has to be begun for it comes before it in the batch. */
  async seal(
    batch: Sealed[],
    type: number,
    wall: LogWall,
    content: string,
    n = 0,
    id?: string,
  ): Promise<void> {
    const { number, key } = this.#writing.get(wall) ?? (await this.#begin(batch, wall));
    const of = frame(type, wall, number, n, id);
    batch.push({ frame: of, payload: await encrypt(key, utf8(content), bound(of)) });
  }

  /** What a record says; null when its segment's key is not open. */
  async open(of: Placed, payload: Bytes): Promise<string | null> {
    const key = this.#opened.get(of.segment);
    return key ? text(await decrypt(key, payload, bound(of))) : null;
  }

  isOpen(segment: number): boolean {
    return this.#opened.has(segment);
  }

  /** Opens a segment by its head: as the tablet, or with a wall's private key from a ring. */
  async unlock(head: Frame, payload: Bytes, ring: Partial<Record<LogWall, CryptoKeyPair>>): Promise<void> {
    if (this.#opened.has(head.segment)) return;
    const keys = ring[head.wall];
    const parts = partsOf(payload);
    const own = parts.get(TO_DEVICE);
    const walled = parts.get(TO_WALL);
    let raw: Bytes | null = null;
    if (own) {
      raw = await decrypt(this.recipients.device, own, bound(head));
      this.#ofDevice.add(head.segment);
    } else if (keys && walled) {
      // Sealed to keys this tablet had before it was made known again: stays closed.
      raw = await unseal(keys, walled, bound(head)).catch(() => null);
    }
    if (raw) this.#opened.set(head.segment, await aesKey(raw));
  }

  /** Nobody reads on with these keys, and the next record begins a new segment. The tablet's own stay. */
  forget(): void {
    for (const wall of this.#writing.keys()) if (wall !== "device") this.#writing.delete(wall);
    for (const number of this.#opened.keys()) if (!this.#ofDevice.has(number)) this.#opened.delete(number);
  }

  /** After a write that failed, or into another file: the heads of the segments begun are not there. */
  abandon(): void {
    this.#writing.clear();
  }

  async #begin(batch: Sealed[], wall: LogWall): Promise<Writing> {
    const head = frame(SEGMENT, wall, this.#next++);
    const raw = randomBytes(32) as Bytes;
    const parts: [number, Bytes][] = [];
    if (wall === "device") {
      parts.push([TO_DEVICE, await encrypt(this.recipients.device, raw, bound(head))]);
      this.#ofDevice.add(head.segment);
    } else {
      const to = this.recipients.walls[wall];
      // A wall that this tablet has no key for can still be written into: the hub opens it.
      if (to) parts.push([TO_WALL, await seal(to, raw, bound(head))]);
      parts.push([TO_HUB, await seal(this.recipients.hub, raw, bound(head))]);
    }
    batch.push({
      frame: head,
      payload: joined(parts.map(([kind, bytes]) => joined([partHead(kind, bytes), bytes]))),
    });
    const writing = { number: head.segment, key: await aesKey(raw) };
    raw.fill(0);
    this.#writing.set(wall, writing);
    this.#opened.set(head.segment, writing.key);
    return writing;
  }
}

/** The head of a segment as the hub needs it, without what is for readers on the tablet. */
export function forHub(payload: Bytes): Bytes {
  const part = partsOf(payload).get(TO_HUB);
  return part ? joined([partHead(TO_HUB, part), part]) : new Uint8Array(0);
}

const partHead = (kind: number, bytes: Bytes): Bytes =>
  new Uint8Array([kind, bytes.length >> 8, bytes.length & 0xff]);

export function partsOf(payload: Bytes): Map<number, Bytes> {
  const found = new Map<number, Bytes>();
  for (let at = 0; at + 3 <= payload.length; ) {
    const length = ((payload[at + 1] as number) << 8) | (payload[at + 2] as number);
    found.set(payload[at] as number, payload.slice(at + 3, at + 3 + length));
    at += 3 + length;
  }
  return found;
}
