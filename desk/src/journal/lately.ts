// Who gave their whole PIN lately: their badge and two digits of it open their ring again. In memory alone.

import { BADGE_WRONG, WHOLE_PIN_NEEDED } from "../contracts/errors.gen";
import { aesKey, decrypt, encrypt } from "./aes";
import { DeskError } from "./api";
import { type Bytes, text, utf8 } from "./bytes";
import { randomBytes } from "./ids";
import type { PinCost, Ring } from "./ring";
import type { Timing } from "./sync";

/** So long after the whole PIN. */
export const LATELY_MS = 15 * 60_000;
/** So many pairs that do not fit, and the whole PIN is asked for. */
const WRONG_PAIRS = 3;
const DIGITS = 2;

interface Kept {
  salt: Bytes;
  cost: PinCost;
  sealed: Bytes | null;
  since: number;
  tries: number;
  forget(): void;
}

export class Lately {
  #kept = new Map<string, Kept>();

  constructor(
    readonly timing: Pick<Timing, "now" | "later">,
    /** Whose badge opens now. */
    readonly changed: (workers: string[]) => void,
  ) {}

  /** After a whole PIN that was right. */
  async keep(ring: Ring, pin: string): Promise<void> {
    const worker = ring.worker.id;
    this.drop(worker);
    if (!ring.badge) return;
    const kept: Kept = {
      salt: randomBytes(16) as Bytes,
      cost: ring.pin_cost,
      sealed: null,
      since: this.timing.now(),
      tries: 0,
      forget: this.timing.later(LATELY_MS, () => this.drop(worker)),
    };
    this.#kept.set(worker, kept);
    const key = await keyOf(ring.badge, pin.slice(0, DIGITS), kept);
    kept.sealed = await encrypt(key, utf8(JSON.stringify(ring)), utf8(worker));
    this.#say();
  }

  /** Throws what to do instead: the pair again, or the whole PIN. */
  async open(worker: string, secret: string, digits: string): Promise<Ring> {
    const kept = this.#kept.get(worker);
    if (!kept?.sealed || !this.#isLately(kept) || kept.tries >= WRONG_PAIRS) {
      this.drop(worker);
      throw new DeskError(WHOLE_PIN_NEEDED);
    }
    // Counted before it is tried: as many at once are as many tries.
    kept.tries += 1;
    try {
      const key = await keyOf(await hashOf(secret), digits, kept);
      const ring = JSON.parse(text(await decrypt(key, kept.sealed, utf8(worker))));
      kept.tries = 0;
      return ring;
    } catch {
      if (kept.tries < WRONG_PAIRS) throw new DeskError(BADGE_WRONG);
      this.drop(worker);
      throw new DeskError(WHOLE_PIN_NEEDED);
    }
  }

  drop(worker: string): void {
    this.#kept.get(worker)?.forget();
    if (this.#kept.delete(worker)) this.#say();
  }

  keepOnly(workers: string[]): void {
    for (const worker of [...this.#kept.keys()]) if (!workers.includes(worker)) this.drop(worker);
  }

  /** A tablet asleep runs no timer, and a clock set back gives no time. */
  #isLately({ since }: Kept): boolean {
    const now = this.timing.now();
    return since <= now && now < since + LATELY_MS;
  }

  #say(): void {
    this.changed([...this.#kept].flatMap(([worker, { sealed }]) => (sealed ? [worker] : [])));
  }
}

async function keyOf(badge: string, digits: string, { salt, cost }: Kept): Promise<CryptoKey> {
  const { argon2 } = await import("./argon");
  return aesKey((await argon2(`${badge}:${digits}`, salt, cost, 32)) as Bytes);
}

/** As the hub keeps the secret of a badge. */
export async function hashOf(secret: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", utf8(secret)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
