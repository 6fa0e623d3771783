// How often a wrong PIN was typed here, worker by worker: after the fourth each next try waits longer, also after a reload.

import { decrypt, encrypt } from "./aes";
import { text, utf8 } from "./bytes";
import type { Folder } from "./disk";
import { readSlot, writeSlot } from "./slots";

/** As the hub does. */
const WITHOUT_DELAY = 4;
const LONGEST = 10;
/** So many wrong PINs in a row destroy the worker's ring on this tablet. */
export const DESTROYS = 10;
const NAME = "pin-tries";

interface Tries {
  wrong: number;
  at: number;
}

/** How long after so many wrong tries nobody is let in. */
export function delayMs(wrong: number): number {
  return wrong > WITHOUT_DELAY ? 1000 * 2 ** Math.min(wrong - WITHOUT_DELAY, LONGEST) : 0;
}

export class PinTries {
  constructor(
    readonly folder: Folder,
    readonly key: CryptoKey,
    readonly now: () => number,
  ) {}

  /** Seconds until the next try; 0: now. */
  async seconds(worker: string): Promise<number> {
    const all = await this.#read();
    const tries = all[worker];
    if (!tries) return 0;
    const now = this.now();
    // A clock that was set back neither opens nor closes the door for days: the wait begins again.
    if (now < tries.at) await this.#keep({ ...all, [worker]: { ...tries, at: now } });
    const left = Math.min(now, tries.at) + delayMs(tries.wrong) - now;
    return Math.max(0, Math.ceil(left / 1000));
  }

  /** So many wrong ones that the ring has to be destroyed, or is. */
  async isOver(worker: string): Promise<boolean> {
    return ((await this.#read())[worker]?.wrong ?? 0) >= DESTROYS;
  }

  async wrong(worker: string): Promise<void> {
    const all = await this.#read();
    await this.#keep({ ...all, [worker]: { wrong: (all[worker]?.wrong ?? 0) + 1, at: this.now() } });
  }

  async right(worker: string): Promise<void> {
    const { [worker]: before, ...others } = await this.#read();
    if (before) await this.#keep(others);
  }

  async #read(): Promise<Record<string, Tries>> {
    const sealed = await readSlot(this.folder, NAME);
    if (!sealed) return {};
    try {
      return JSON.parse(text(await decrypt(this.key, sealed, utf8(NAME))));
    } catch {
      return {}; // A file that is not ours must not shut everybody out.
    }
  }

  async #keep(tries: Record<string, Tries>): Promise<void> {
    const sealed = await encrypt(this.key, utf8(JSON.stringify(tries)), utf8(NAME));
    await writeSlot(this.folder, NAME, sealed);
  }
}
