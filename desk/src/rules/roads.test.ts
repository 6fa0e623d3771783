// Roads and trips are judged as on the server.
import { expect, test } from "vitest";
import { vectors } from "../testing/vectors";
import { type NightSaid, nightsOf, type Stay } from "./nights";
import {
  type GotOn,
  type Heard,
  ofSeveral,
  onTrips,
  type Said,
  type Status,
  statusNow,
  tripState,
} from "./roads";

interface Cases {
  road: { said: Said | null; now: string; status: Status }[];
  several_roads: { told: Status[]; status: Status }[];
  trip: { told: Heard[]; state: string }[];
  on_trips: { exits: GotOn[]; households: string[]; on: Record<string, Record<string, number>> }[];
  nights: { told: NightSaid[]; nights: Record<string, Stay> }[];
}
const cases = vectors<Cases>("rules.json");

test("what is known of a road is what the server says", () => {
  for (const one of cases.road) expect(statusNow(one.said, Date.parse(one.now))).toBe(one.status);
  for (const one of cases.several_roads) expect(ofSeveral(one.told)).toBe(one.status);
});
test("a trip stands where the server says, in whatever order it is heard", () => {
  for (const { told, state } of cases.trip) {
    expect(tripState(told)).toBe(state);
    expect(tripState([...told].reverse())).toBe(state);
  }
});
test("the same people are on the same bus", () => {
  for (const { exits, households, on } of cases.on_trips) {
    const found = onTrips(exits, (card) => households.includes(card));
    expect(Object.fromEntries([...found].map(([trip, cards]) => [trip, Object.fromEntries(cards)]))).toEqual(
      on,
    );
  }
});
test("the same people sleep or wait at the same place, in whatever order it is heard", () => {
  for (const { told, nights } of cases.nights)
    expect(Object.fromEntries(nightsOf([...told].reverse()))).toEqual(nights);
});
