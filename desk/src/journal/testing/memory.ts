// A folder in memory that can be full, torn or killed, for tests of the log.

import type { Bytes } from "../bytes";
import type { Disk, Folder } from "../disk";

export class MemoryFolder implements Folder {
  files = new Map<string, Bytes>();
  /** Bytes that may still be written before the storage is full. */
  room = Number.POSITIVE_INFINITY;
  /** Writes and flushes that still work before the tablet is killed; null: never. */
  stepsToLive: number | null = null;

  async names() {
    return [...this.files.keys()];
  }

  async remove(name: string) {
    this.#step();
    this.files.delete(name);
  }

  async open(name: string): Promise<Disk> {
    if (!this.files.has(name)) this.files.set(name, new Uint8Array(0));
    const bytes = () => this.files.get(name) as Bytes;
    return {
      size: () => bytes().length,
      read: (at, length) => bytes().slice(at, at + length),
      write: (at, written) => {
        const cut = this.#cut(written.length);
        const fits = Math.min(cut, this.room);
        this.room -= fits;
        const next = new Uint8Array(Math.max(bytes().length, at + fits));
        next.set(bytes());
        next.set(written.subarray(0, fits), at);
        this.files.set(name, next);
        if (cut < written.length) throw new Killed();
        if (fits < written.length) throw new DOMException("full", "QuotaExceededError");
      },
      truncate: (size) => {
        this.#step();
        const next = new Uint8Array(size);
        next.set(bytes().subarray(0, size));
        this.files.set(name, next);
      },
      flush: () => this.#step(),
      close: () => undefined,
    };
  }

  #step() {
    if (this.stepsToLive === null) return;
    if (this.stepsToLive <= 0) throw new Killed();
    this.stepsToLive--;
  }

  /** The last write before death reaches the disk in part. */
  #cut(length: number): number {
    if (this.stepsToLive === null) return length;
    if (this.stepsToLive <= 0) return 0;
    this.stepsToLive--;
    return this.stepsToLive === 0 ? Math.floor(length / 2) : length;
  }

  /** What a new start finds. */
  afterKill(): MemoryFolder {
    const next = new MemoryFolder();
    for (const [name, bytes] of this.files) next.files.set(name, bytes.slice());
    return next;
  }
}

export class Killed extends Error {}
