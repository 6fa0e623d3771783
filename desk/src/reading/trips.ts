// Roads and trips, as far as this tablet has heard.
import type { EntryRow, RecordRow } from "../journal/api";
import { leadsTo } from "../rules/places";
import { ofSeveral, onTrips, type Said, type Status, statusNow } from "../rules/roads";
import { now } from "../shell/now";
import { allExits, reception, standingReception, stateOfTrip } from "./people";
import { placeName, withinOf } from "./places";
import { entries, folded, inOrder, records } from "./rows";

export interface RouteFields {
  destination: string | null;
  via: string | null;
  stops: string[] | null;
  takes_min: number | null;
  is_active: boolean | null;
}
export type Route = RecordRow & RouteFields;
type StatusSaid = EntryRow & Said & { said_by: string };

export const routes = folded(() => records<RouteFields>("onward.route"));
const lastWords = folded(() => {
  const found = new Map<string, StatusSaid>();
  for (const said of entries<Said & { said_by: string }>("onward.route_status").sort(inOrder))
    found.set(said.subject, said);
  return found;
});
export const saidOf = (route: string | null): StatusSaid | null => lastWords.value.get(route ?? "") ?? null;
export const statusOf = (route: string | null): Status => statusNow(saidOf(route), now.value);

/** What is known of the way to a place; null: no road leads there. */
export function roadTo(code: string): Status | null {
  const leading = routes.value.filter(
    (one) => one.is_active !== false && one.destination && leadsTo(one.destination, code, withinOf),
  );
  return leading.length ? ofSeveral(leading.map((one) => statusOf(one.subject))) : null;
}

export interface TripFields {
  route: string | null;
  vehicle: string | null;
  driver: string | null;
  phone: string | null;
  seats: number | null;
  leaves_at: string | null;
  due_at: string | null;
  stops: string[] | null;
  is_cancelled: boolean | null;
}
export type Trip = RecordRow & TripFields;

/** Those one may get on or that left lately, the next to leave first. */
export const trips = folded<Trip[]>(() => {
  const when = (trip: Trip) => trip.leaves_at ?? trip.first_at;
  return records<TripFields>("onward.trip")
    .filter((trip) => trip.is_cancelled !== true || onTrip(trip.subject).size > 0)
    .sort((a, b) => (when(a) < when(b) ? -1 : 1));
});
export const tripsHere = folded(() => trips.value.filter((trip) => stateOfTrip(trip.subject) === "here"));
export const trip = (id: string | null): Trip | null => trips.value.find((one) => one.subject === id) ?? null;

export function wayOf(of: Trip): string {
  const route = routes.value.find((one) => one.subject === of.route);
  return route ? [placeName(route.destination), route.via].filter(Boolean).join(" · ") : "";
}
export function destinationOf(of: Trip): string | null {
  return routes.value.find((one) => one.subject === of.route)?.destination ?? null;
}

const onThem = folded(() =>
  onTrips(
    allExits.value.map((row) => ({
      clock: row.clock,
      id: row.id,
      card: standingReception(row.subject),
      trip: row.trip ?? null,
      people: row.people,
    })),
    (card) => reception(card)?.is_token === true,
  ),
);
/** Card -> people on this trip. */
export const onTrip = (id: string): Map<string, number> => onThem.value.get(id) ?? new Map();
export const peopleOn = (id: string) => [...onTrip(id).values()].reduce((sum, n) => sum + n, 0);
