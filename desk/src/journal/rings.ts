// Who may sign in on this tablet without the hub, and what ends that.

import type { Folder } from "./disk";
import type { Lately } from "./lately";
import {
  dropRing,
  keepRing,
  LockNeeded,
  type OwnLock,
  openRing,
  ownLockOf,
  type Ring,
  ringHolders,
  WrongPin,
} from "./ring";
import { PinTries } from "./tries";
import { Turns } from "./turns";

export class Rings {
  #turns = new Turns();
  #tries: PinTries;

  constructor(
    readonly folder: Folder,
    readonly device: CryptoKey,
    now: () => number,
    /** Who has a ring here by now. */
    readonly changed: (holders: string[]) => Promise<void>,
    /** Too many wrong PINs: this worker's ring is about to be destroyed. */
    readonly shutOut: (worker: string) => Promise<unknown>,
    readonly lately: Lately,
  ) {
    this.#tries = new PinTries(folder, device, now);
  }

  /** One PIN after the other: a wrong one is counted on the disk before anybody hears that it was wrong. */
  open(worker: string, pin: string, lock: OwnLock | null = null): Promise<Ring | null> {
    return this.#turns.take(async () => {
      // Also if the tablet died before it had destroyed it.
      if (await this.#tries.isOver(worker)) {
        await this.#destroy(worker);
        return null;
      }
      if ((await this.#tries.seconds(worker)) > 0) return null;
      try {
        const ring = await openRing(this.folder, this.device, worker, pin, lock);
        if (ring) await this.#tries.right(worker).catch(() => undefined);
        return ring;
      } catch (error) {
        if (error instanceof LockNeeded) return null;
        if (!(error instanceof WrongPin)) throw error;
        await this.#tries.wrong(worker);
        if (await this.#tries.isOver(worker)) await this.#destroy(worker);
        return null;
      }
    });
  }

  /** The ring of keys that count no longer, by a PIN that the hub has just found right. */
  former(worker: string, pin: string, lock: OwnLock | null): Promise<Ring | null> {
    return openRing(this.folder, this.device, worker, pin, lock).catch(() => null);
  }

  /** From the hub, which found the PIN right. `before` is what the same PIN opened here. */
  async keep(ring: Ring, pin: string, before: Ring | null, lock: OwnLock | null): Promise<void> {
    await this.#tries.right(ring.worker.id).catch(() => undefined);
    if (JSON.stringify(ring) === JSON.stringify(before)) return;
    // They chose the tablet's own lock while the hub was asked: kept as it is, and asked again the next time.
    if (before && !lock && (await this.lock(ring.worker.id))) return;
    // A full tablet still lets a worker in; they will need the hub the next time as well.
    await keepRing(this.folder, this.device, ring, pin, lock).catch(() =>
      dropRing(this.folder, ring.worker.id),
    );
    await this.#say();
  }

  /** From now on it asks for the tablet's own lock too, or no more. A full tablet keeps it as it was, and throws. */
  async lockWith(ring: Ring, pin: string, lock: OwnLock | null): Promise<void> {
    await this.#turns.take(() => keepRing(this.folder, this.device, ring, pin, lock));
    await this.#say();
  }

  /** The id of the passkey that a worker's ring asks for. */
  lock(worker: string): Promise<string | null> {
    return ownLockOf(this.folder, worker);
  }

  async #destroy(worker: string): Promise<void> {
    if (!(await this.holders()).includes(worker)) return;
    await this.shutOut(worker).catch(() => undefined);
    await this.drop(worker);
  }

  /** Wrong PINs destroyed it, and no right one at the hub brought another. */
  isShutOut(worker: string): Promise<boolean> {
    return this.#tries.isOver(worker);
  }

  /** Of these workers only: whoever left, and all once the tablet is out of service. */
  async keepOnly(workers: string[]): Promise<void> {
    this.lately.keepOnly(workers);
    for (const worker of await this.holders()) if (!workers.includes(worker)) await this.drop(worker);
  }

  async drop(worker: string): Promise<void> {
    this.lately.drop(worker);
    await dropRing(this.folder, worker);
    await this.#say();
  }

  /** Seconds until the next PIN of this worker is looked at. */
  seconds(worker: string): Promise<number> {
    return this.#tries.seconds(worker);
  }

  holders(): Promise<string[]> {
    return ringHolders(this.folder);
  }

  async #say(): Promise<void> {
    await this.changed(await this.holders());
  }
}
