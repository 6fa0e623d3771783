// What is known of a road, where a trip stands, who is on which bus: decided as on the server.

export type Status = "open" | "unknown" | "closed";
/** An open road of which nobody said until when. */
const OPEN_FOR_MS = 12 * 3_600_000;

export interface Said {
  status: Status;
  at: string;
  until: string | null;
}

function openUntil(said: Said): number {
  return said.until ? Date.parse(said.until) : Date.parse(said.at) + OPEN_FOR_MS;
}

/** By the last word on a road. A closed one stays closed until somebody says otherwise. */
export function statusNow(said: Said | null | undefined, now: number): Status {
  if (!said || (said.status === "open" && openUntil(said) <= now)) return "unknown";
  return said.status;
}

/** What is known of a destination by all its routes: one open road is enough, and closed are all of them. */
export function ofSeveral(statuses: Status[]): Status {
  if (statuses.includes("open")) return "open";
  return statuses.length > 0 && statuses.every((one) => one === "closed") ? "closed" : "unknown";
}

export type TripState = "here" | "under_way" | "arrived";
export interface Heard {
  clock: string;
  id: string;
  /** `left`, or what was heard of it. */
  what: string;
}
const inOrder = (a: Pick<Heard, "clock" | "id">, b: Pick<Heard, "clock" | "id">) =>
  a.clock < b.clock || (a.clock === b.clock && a.id < b.id) ? -1 : 1;

export function tripState(told: Heard[]): TripState {
  let state: TripState = "here";
  for (const { what } of [...told].sort(inOrder)) {
    if (what === "left") state = "under_way";
    else if (what === "arrived" && state !== "here") state = "arrived";
    else if (what === "turned_back") state = "here";
  }
  return state;
}

export interface GotOn {
  clock: string;
  id: string;
  card: string;
  trip: string | null;
  people: number;
}

/** Trip -> card -> people on it. A person is where the last word says; a household goes in parts. */
export function onTrips(
  exits: GotOn[],
  isHousehold: (card: string) => boolean,
): Map<string, Map<string, number>> {
  const last = new Map<string, string | null>();
  const found = new Map<string, Map<string, number>>();
  const add = (trip: string, card: string, people: number) => {
    const on = found.get(trip) ?? new Map<string, number>();
    on.set(card, people);
    found.set(trip, on);
  };
  for (const { card, trip, people } of [...exits].sort(inOrder)) {
    if (!isHousehold(card)) last.set(card, trip);
    else if (trip) add(trip, card, (found.get(trip)?.get(card) ?? 0) + people);
  }
  for (const [card, trip] of last) if (trip) add(trip, card, 1);
  return found;
}
