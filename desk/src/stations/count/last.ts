// What this tablet counted last: it can be taken back after a reload too, and after a look at another page.
import type { EntryRow } from "../../journal/api";
import { type TallyFields, talliesOf } from "../../reading/arrivals";
import { entries } from "../../reading/rows";

/** Nobody takes back what another shift counted; that is for the office. */
const SHIFT_MS = 12 * 3600 * 1000;

export interface Counted {
  ids: string[];
  what: "tap" | "vehicle" | "sweep" | "outside" | "sample";
  people: number;
  group: TallyFields["group"] | null;
}

function newest<T extends EntryRow>(rows: T[]): T | undefined {
  const later = (a: T, b: T) => a.clock > b.clock || (a.clock === b.clock && a.id > b.id);
  return rows.reduce<T | undefined>((a, b) => (a && later(a, b) ? a : b), undefined);
}

export function lastCounted(arrival: string, site: string, device: string, now: number): Counted | null {
  const own = <T extends EntryRow>(rows: T[]) =>
    rows.filter((row) => row.device === device && Date.parse(row.at) > now - SHIFT_MS);
  const tallies = own(talliesOf(arrival));
  const tally = newest(tallies);
  const sweep = newest(
    own(entries<{ found: number }>("arrivals.sweep").filter((row) => row.subject === site)),
  );
  const outside = newest(
    own(entries<{ people: number }>("arrivals.waiting_outside").filter((row) => row.subject === site)),
  );
  const sample = newest(
    own(entries<{ people: number }>("arrivals.sample").filter((row) => row.subject === arrival)),
  );
  const last = newest([tally, sweep, outside, sample].filter((row) => row !== undefined) as EntryRow[]);
  if (!last) return null;
  if (sweep && last.id === sweep.id)
    return { ids: [sweep.id], what: "sweep", people: sweep.found, group: null };
  if (outside && last.id === outside.id)
    return { ids: [outside.id], what: "outside", people: outside.people, group: null };
  if (sample && last.id === sample.id)
    return { ids: [sample.id], what: "sample", people: sample.people, group: null };
  if (tally?.how !== "typed")
    return { ids: [tally!.id], what: "tap", people: tally!.count, group: tally!.group };
  // A vehicle was told at one moment, a tally for each figure.
  const vehicle = tallies.filter((row) => row.how === "typed" && row.at === tally.at);
  const people = vehicle.reduce((sum, row) => sum + row.count, 0);
  return { ids: vehicle.map((row) => row.id), what: "vehicle", people, group: null };
}
