// The arrivals a station works on, and everything that was counted and claimed about each.
import type { EntryRow, RecordRow } from "../journal/api";
import type { Group, Groups } from "../rules/ages";
import { arrivalOf } from "../rules/resolve";
import { shiftsBefore } from "../rules/shifts";
import { preferences } from "../shell/preferences";
import { entries, folded, record, records } from "./rows";

export type HowArrived = "flight" | "boat" | "bus_convoy" | "truck" | "on_foot";
export type Status =
  | "announced"
  | "confirmed"
  | "under_way"
  | "landed"
  | "met"
  | "closed"
  | "cancelled"
  | "diverted"
  | "landed_elsewhere";

export interface ArrivalFields {
  how: HowArrived | null;
  label: string | null;
  carrier: string | null;
  origin: string | null;
  status: Status | null;
  eta_at: string | null;
  landed_at: string | null;
  stops: string[] | null;
  follows: string | null;
  lane: string | null;
}
export type Arrival = RecordRow & ArrivalFields;

export interface TallyFields {
  group: Group;
  count: number;
  counting: "count" | "check";
  door: string;
  how: "tap" | "typed";
}

export interface LineFields {
  manifest: string;
  arrival: string;
  number: number;
  family_name: string | null;
  given_names: string | null;
  sex: "female" | "male" | "unknown" | null;
  birth_on: string | null;
  age: number | null;
  nationality: string | null;
  document_number: string | null;
  family_group: string | null;
}

const OVER: readonly (Status | null)[] = ["closed", "cancelled"];

export const arrivals = folded<Arrival[]>(() =>
  records<ArrivalFields>("arrivals.arrival").sort((a, b) => {
    const when = (x: Arrival) => x.landed_at ?? x.eta_at ?? x.first_at;
    return when(a) < when(b) ? -1 : 1;
  }),
);

export const openArrivals = folded(() => arrivals.value.filter((a) => !OVER.includes(a.status)));

/** Those chosen at this station and still open. */
export const chosenArrivals = folded(() =>
  preferences.arrivals
    .map((id) => arrivals.value.find((a) => a.subject === id))
    .filter((a): a is Arrival => Boolean(a) && !OVER.includes(a!.status)),
);

/** The one arrival that is counted at this door. */
export const thisArrival = folded<Arrival | null>(() => chosenArrivals.value[0] ?? null);

export function arrival(id: string | null | undefined): Arrival | null {
  return record<ArrivalFields>("arrivals.arrival", id);
}

/** The shifts before this one whose people may still be inside. */
export function before(shift: Arrival, now: number): string[] {
  return shiftsBefore(
    shift.subject,
    (id) => arrival(id)?.follows,
    (id) => {
      const at = arrival(id)?.first_at;
      return at === undefined ? undefined : Date.parse(at);
    },
    now,
  );
}

export interface RollFields {
  series: string;
  number: number;
  arrival: string | null;
}

export function arrivalOfRoll(roll: string): string | null {
  return record<RollFields>("people.roll", roll)?.arrival ?? null;
}

export function arrivalOfReception(row: { arrival?: unknown; roll?: unknown } | null): string | null {
  return arrivalOf(row, arrivalOfRoll);
}

/** The scope of a fact about a person: their arrival, or the site alone. */
export function scopeOf(row: { arrival?: unknown; roll?: unknown } | null): string[] {
  const id = arrivalOfReception(row);
  return id ? [id] : [];
}

export const tallies = folded(() => entries<TallyFields>("arrivals.tally"));

export function talliesOf(arrivalId: string): (EntryRow & TallyFields)[] {
  return tallies.value.filter((tally) => tally.subject === arrivalId);
}

export interface ExpectedFields {
  claim: "expected" | "on_the_plane";
  said_by: string;
  total: number;
  groups: Groups | null;
}

export function claimsOf(arrivalId: string) {
  return entries<ExpectedFields>("arrivals.expected").filter((claim) => claim.subject === arrivalId);
}

/** One line of any list that this tablet still holds. */
export function lineOf(id: string | null) {
  return id ? (entries<LineFields>("arrivals.line").find((line) => line.subject === id) ?? null) : null;
}

/** Lines of the lists of these arrivals; of every open one where none is named. */
export function linesOf(arrivalIds: string[]) {
  const wanted = new Set(arrivalIds.length ? arrivalIds : openArrivals.value.map((a) => a.subject));
  return entries<LineFields>("arrivals.line").filter((line) => wanted.has(line.arrival));
}
