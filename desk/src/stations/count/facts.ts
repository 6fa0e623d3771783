// What the count tells: tallies by figure, the hall counted again, and who waits outside.
import type { Draft } from "../../journal/api";
import { type Card, introduce } from "../../reading/cards";
import { GROUPS, type Group, type Groups, sexAndAge, sumOf } from "../../rules/ages";

export interface CountPlace {
  arrival: string;
  door: string;
  counting: "count" | "check";
}

export function tally(place: CountPlace, group: Group, count: number, how: "tap" | "typed" = "tap"): Draft {
  return {
    kind: "arrivals.tally",
    subject: place.arrival,
    arrivals: [place.arrival],
    body: { group, count, counting: place.counting, door: place.door, how },
  };
}

export function vehicle(place: CountPlace, groups: Groups): Draft[] {
  return GROUPS.filter((group) => (groups[group] ?? 0) > 0).map((group) =>
    tally(place, group, groups[group]!, "typed"),
  );
}

/** One person counted and given a card in the same breath. */
export function cardNow(place: CountPlace, group: Group, card: Card): Draft[] {
  const known = introduce(card);
  const body = { ...known[0]?.body, ...sexAndAge(group) };
  const person: Draft = {
    kind: "people.reception",
    subject: card.reception,
    arrivals: [place.arrival],
    body,
  };
  return [tally(place, group, 1), ...(Object.keys(body).length ? [person] : [])];
}

/** Of the whole hall: who is missing follows from the facts, whenever they come. */
export function sweep(site: string, of: string[], found: number): Draft {
  return { kind: "arrivals.sweep", subject: site, body: { found, of } };
}

export function waitingOutside(site: string, people: number, lane: string | null): Draft {
  const body = lane ? { people, lane } : { people };
  return { kind: "arrivals.waiting_outside", subject: site, body, arrivals: [] };
}

/** So many minutes of an hour are counted where there are too many people to count them all. */
export const SAMPLE_MINUTES = 10;

export function sample(arrival: string, people: number): Draft {
  const body = { people, minutes: SAMPLE_MINUTES };
  return { kind: "arrivals.sample", subject: arrival, arrivals: [arrival], body };
}

export function totalOf(groups: Groups): number {
  return sumOf(groups);
}
