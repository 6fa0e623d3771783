// How somebody comes to work on this tablet: by their PIN, by badge and two digits, or by a day badge.

import {
  NO_OWN_LOCK,
  PIN_TOO_SOON,
  PIN_WRONG,
  SHIFT_OVER,
  SHUT_OUT,
  WORKER_UNKNOWN_HERE,
} from "../contracts/errors.gen";
import type { Badge } from "../rules/badge_text";
import { type DayBadge, DeskError } from "./api";
import { type Hub, HubSilent } from "./hub";
import type { Lately } from "./lately";
import type { OwnLock, Ring } from "./ring";
import type { Rings } from "./rings";
import { inForce } from "./shift";

/** What the tablet knows beside its rings. */
export interface Known {
  /** By the hub's clock as far as it is known; a clock that was set back gives no time. */
  now(): number;
  /** The ring here is of keys that count no longer: the tablet was made known again. */
  isFormer(worker: string): boolean;
  isOver(worker: string): boolean;
  /** Nobody is to open this ring by a clock that is set back. */
  shiftOver(worker: string): Promise<void>;
  /** Gives the worker what they told before; false: their former ring has to stay. */
  takeBack(ring: Ring, pin: string, lock: OwnLock | null): Promise<boolean>;
  tookBack(worker: string): Promise<void>;
}

export class WaysIn {
  constructor(
    readonly hub: Hub,
    readonly rings: Rings,
    readonly lately: Lately,
    readonly known: Known,
  ) {}

  /** By the ring on this tablet if the PIN fits it; else the hub is asked. */
  async byPin(worker: string, pin: string, lock: OwnLock | null): Promise<{ ring: Ring; isKept: boolean }> {
    const kept = await this.#kept(worker, pin, lock);
    return { ring: kept ?? (await this.#ring(worker, pin, lock)), isKept: kept !== null };
  }

  /** Within a shift, by whoever gave their whole PIN here lately. */
  byBadge({ worker, secret }: Badge, digits: string): Promise<Ring> {
    return this.lately.open(worker, secret, digits);
  }

  /** Whom this day badge made a volunteer; null: it waits for somebody. Only the hub knows. */
  async bearerOf(secret: string): Promise<string | null> {
    const { worker } = await this.hub.post<{ worker: string | null }>("/access/day-badge", { secret });
    return worker;
  }

  /** Makes a volunteer of whoever holds this day badge, with the PIN they chose. Only the hub can. */
  async byDayBadge(badge: DayBadge): Promise<Ring> {
    const ring = await this.hub.post<Ring>("/access/shift", badge);
    await this.rings.keep(ring, badge.pin, null, null);
    return ring;
  }

  /** Does the PIN belong to this worker? */
  async isPinOf(worker: string, pin: string, lock: OwnLock | null): Promise<boolean> {
    if (await this.#kept(worker, pin, lock)) return true;
    try {
      await this.#ring(worker, pin, lock);
      return true;
    } catch (error) {
      if (isWrongPin(error)) return false;
      throw error;
    }
  }

  /** The ring on this tablet, by whoever just worked with it; throws why not. */
  async here(worker: string, pin: string, lock: OwnLock | null): Promise<Ring> {
    const ring = await this.#kept(worker, pin, lock);
    if (ring) return ring;
    throw await this.#why(worker, lock);
  }

  /** What the hub gives for this PIN now. `before` is what the same PIN opened here. */
  async fromHub(
    worker: string,
    pin: string,
    lock: OwnLock | null,
    before: Ring | null = null,
  ): Promise<Ring> {
    const ring = await this.hub.post<Ring>("/access/sign-in", { worker, pin });
    if (!(await this.known.takeBack(ring, pin, lock))) return ring;
    await this.rings.keep(ring, pin, before, lock);
    if (this.known.isFormer(worker)) await this.known.tookBack(worker);
    return ring;
  }

  async #kept(worker: string, pin: string, lock: OwnLock | null): Promise<Ring | null> {
    const kept = this.known.isFormer(worker) ? null : await this.rings.open(worker, pin, lock);
    if (!kept || inForce(kept, this.known.now())) return kept;
    await this.known.shiftOver(worker);
    return null;
  }

  /** The ring, or why not: a PIN that fits no ring here is wrong, or too soon, as long as the hub says nothing else. */
  async #ring(worker: string, pin: string, lock: OwnLock | null): Promise<Ring> {
    try {
      return await this.fromHub(worker, pin, lock);
    } catch (error) {
      if (!(error instanceof HubSilent)) throw error;
      throw await this.#why(worker, lock);
    }
  }

  /** Why nothing here opened. */
  async #why(worker: string, lock: OwnLock | null): Promise<DeskError> {
    if (this.known.isOver(worker)) return new DeskError(SHIFT_OVER);
    const holders = await this.rings.holders();
    if (await this.rings.isShutOut(worker)) return new DeskError(SHUT_OUT);
    if (!holders.includes(worker) || this.known.isFormer(worker)) return new DeskError(WORKER_UNKNOWN_HERE);
    const seconds = await this.rings.seconds(worker);
    if (seconds > 0) return new DeskError(PIN_TOO_SOON, { seconds });
    return new DeskError(!lock && (await this.rings.lock(worker)) ? NO_OWN_LOCK : PIN_WRONG);
  }
}

export const isWrongPin = (error: unknown): boolean =>
  error instanceof DeskError && error.number === PIN_WRONG;
