// The hybrid clock that puts facts of many tablets in one order, even when a tablet's own clock is wrong.

/** 16 hexadecimal digits: 48 bits of unix milliseconds, then a 16 bit counter. Compared as text. */
export type Clock = string;

export const EARLIEST: Clock = "0000000000000000";

/** A fact further ahead than this is kept, but nobody moves their own clock by it. */
export const TRUSTED_AHEAD_MS = 5 * 60 * 1000;

const write = (value: bigint): Clock => value.toString(16).padStart(16, "0");
const read = (clock: Clock): bigint => BigInt(`0x${clock}`);
const physical = (now: number): bigint => BigInt(Math.max(0, Math.floor(now))) << 16n;

/** The clock of the next fact told here: never equal to or below the last one, even if the tablet's clock went back. */
export function tick(last: Clock, now: number): Clock {
  const next = read(last) + 1n;
  const today = physical(now);
  return write(next > today ? next : today);
}

/** The moment of a clock, in ms. */
export const momentOf = (clock: Clock): number => Number(read(clock) >> 16n);

/** What this tablet's clock becomes after it met a fact from elsewhere. */
export function meet(last: Clock, other: Clock, now: number): Clock {
  if (!/^[0-9a-f]{16}$/.test(other) || other <= last) return last;
  return read(other) > physical(now + TRUSTED_AHEAD_MS) ? last : other;
}

/** How far this tablet's clock is behind the hub's, in ms; half of the request's travel is taken off. */
export function offset(hubNow: string, sentAt: number, heardAt: number): number {
  const hub = Date.parse(hubNow);
  return Number.isNaN(hub) ? 0 : Math.round(hub - (sentAt + heardAt) / 2);
}

/** Order of facts that tell the same field: by clock, ties by id. */
export function isLater(a: { clock: Clock; id: string }, b: { clock: Clock; id: string }): boolean {
  return a.clock === b.clock ? a.id > b.id : a.clock > b.clock;
}
