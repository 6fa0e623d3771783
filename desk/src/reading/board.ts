// The seven columns of an arrival, as this tablet knows it, and the whole hall counted again.
import { sumOf } from "../rules/ages";
import {
  type BoardFacts,
  type BoardRow,
  boardRow,
  isRegistered,
  leftUnseen,
  type StillHere,
  type Sweep,
  stillHere,
} from "../rules/board";
import { served } from "../rules/due";
import { useState } from "../the_journal";
import { arrivalOfReception, arrivals, claimsOf, openArrivals, talliesOf } from "./arrivals";
import { exits, handOuts, peopleOfToken, type Reception, receptions, standingMoves } from "./people";
import { entries, folded, inOrder } from "./rows";

const ids = (rows: Reception[]) => new Set(rows.map((row) => row.subject));

const servedCards = folded(() => {
  const first = [...handOuts.value].map(
    ([card, given]) => [card, given.map((row) => row.clock).sort()[0]!] as const,
  );
  return served(new Map(first), [...standingMoves.value].sort(inOrder));
});

/** What was told of an arrival (null: of people who are of none yet), all of it or what had happened at a moment. */
function factsOf(arrivalId: string | null, at = Number.POSITIVE_INFINITY): BoardFacts {
  const was = (row: { at: string }) => at === Number.POSITIVE_INFINITY || Date.parse(row.at) <= at;
  const mine = receptions.value.filter(
    (row) => arrivalOfReception(row) === arrivalId && was({ at: row.first_at }),
  );
  const persons = mine.filter((row) => row.is_token !== true);
  const tokens = mine.filter((row) => row.is_token === true);
  return {
    claims: arrivalId ? claimsOf(arrivalId) : [],
    tallies: arrivalId ? talliesOf(arrivalId).filter(was) : [],
    persons: ids(persons),
    registered: ids(persons.filter(isRegistered)),
    households: new Map(tokens.map((token) => [token.subject, sumOf(peopleOfToken(token.subject, was))])),
    served: ids(mine.filter((row) => servedCards.value.has(row.subject))),
    exits: mine.flatMap((row) =>
      (exits.value.get(row.subject) ?? [])
        .filter(was)
        .map((exit) => ({ reception: row.subject, people: exit.people })),
    ),
    left_unseen: 0,
  };
}

export interface SweepFields {
  found: number;
  /** The arrivals whose people were looked for. */
  of: string[];
}
/** Whoever is of no arrival yet is looked for with every count of the hall. */
const OF_NONE = "";

const sweeps = folded(() =>
  entries<SweepFields>("arrivals.sweep")
    .filter((row) => row.subject === useState().site?.id)
    .sort(inOrder),
);

const unseen = folded(() => {
  const last = new Map<string, string>();
  for (const row of sweeps.value) for (const one of [...row.of, OF_NONE]) last.set(one, row.id);
  const told = sweeps.value.map((row): Sweep => {
    const own = [...new Set([...row.of, OF_NONE])].filter((one) => last.get(one) === row.id);
    const inside = (one: string) => boardRow(factsOf(one || null, Date.parse(row.at))).inside;
    return { found: row.found, inside: Object.fromEntries(own.map((one) => [one, inside(one)])) };
  });
  return leftUnseen(told);
});

const factsNow = (arrivalId: string | null): BoardFacts => ({
  ...factsOf(arrivalId),
  left_unseen: unseen.value.of[arrivalId ?? OF_NONE] ?? 0,
});

/** Of one arrival; null: of people who are of none yet. */
export const boardOf = (arrivalId: string | null): BoardRow => boardRow(factsNow(arrivalId));
/** Those whom its *inside* counts, by number. */
export const stillHereOf = (arrivalId: string | null): StillHere => stillHere(factsNow(arrivalId));

/** The arrivals whose people are in the hall: the open ones, and those of before from whom somebody is still inside. */
export const inTheHall = folded(() =>
  arrivals.value.filter((one) => openArrivals.value.includes(one) || boardOf(one.subject).inside > 0),
);

/** Everybody inside, of whatever arrival. */
export const insideTheHall = folded(() => {
  const all = [...inTheHall.value.map((one) => one.subject), null];
  return Math.max(0, all.reduce((sum, one) => sum + boardOf(one).inside, 0) - unseen.value.more);
});

/** The last count of the whole hall: when, how many were found, and how many were missing. */
export const lastSweep = folded(() => {
  const row = sweeps.value.at(-1);
  if (!row) return null;
  const { of, more } = unseen.value;
  const missing = [...new Set([...row.of, OF_NONE])].reduce((sum, one) => sum + (of[one] ?? 0), more);
  return { at: row.at, found: row.found, missing };
});
