// The day of a moment at a site, and the shift: what is sealed says the day alone, and leaves when its shift is over.

const HOUR = 3_600_000;
const SHIFT_HOURS = 8;
/** Night ends at six, as in most halls. */
const FIRST_SHIFT = 6;

function local(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${parts.format(moment).replace(" ", "T")}Z`);
}

/** When the day began at the site, in ms since the epoch: never in the future, and the same for all of that day. */
export function dayBegan(moment: number, timeZone: string): number {
  const there = local(moment, timeZone);
  const midnight = there - (there % (24 * HOUR));
  // Twice: the clocks may have been set since midnight.
  const guess = midnight - (there - Math.floor(moment / 1000) * 1000);
  return midnight - (local(guess, timeZone) - guess);
}

/** A name for the shift of a moment: the same for eight hours. */
export function shiftOf(moment: number, timeZone: string): string {
  const there = new Date(local(moment, timeZone) - FIRST_SHIFT * HOUR);
  return `${there.toISOString().slice(0, 10)}/${Math.floor(there.getUTCHours() / SHIFT_HOURS)}`;
}
