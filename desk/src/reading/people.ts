// The people a tablet knows: who they are, their family, who cares for whom, what they were given, whether they left.
import type { EntryRow, RecordRow } from "../journal/api";
import {
  type AgeGroup,
  addGroups,
  ageGroupOf,
  ageOf,
  countsAsChild,
  type Group,
  type Groups,
  groupOf,
  type Sex,
  sumOf,
} from "../rules/ages";
import { isSomebody } from "../rules/board";
import { type Move, peopleOf } from "../rules/household";
import { familyOf, onwardOf, type Replacement, resolve } from "../rules/resolve";
import { type Heard, tripState } from "../rules/roads";
import { today } from "./days";
import { entries, folded, record, records } from "./rows";

export interface ReceptionFields {
  card: string | null;
  roll: string | null;
  arrival: string | null;
  is_token: boolean | null;
  age_group: AgeGroup | null;
  sex: Sex | null;
  birth_on: string | null;
  age: number | null;
  is_about: boolean | null;
  family_name: string | null;
  given_names: string | null;
  by_card_only: boolean | null;
  languages: string[] | null;
  family: string | null;
  destination: string | null;
  line: string | null;
  nationalities: string[] | null;
  birth_country: string | null;
  last_stay_country: string | null;
  papers: string | null;
  phone: string | null;
  phone_owner: string | null;
}
export type Reception = RecordRow & ReceptionFields;

interface ReplacedFields extends Replacement {
  old_card: string;
  new_card: string;
}

export const replacements = folded(() => entries<ReplacedFields>("people.card_replaced"));

const resolved = folded(() => {
  const onward = onwardOf(replacements.value);
  const known = new Map<string, string>();
  return (id: string): string => {
    if (onward.size === 0) return id;
    let to = known.get(id);
    if (to === undefined) {
      to = resolve(id, onward);
      known.set(id, to);
    }
    return to;
  };
});

/** The reception that goes on, after every replaced card. */
export function standingReception(id: string): string {
  return resolved.value(id);
}

export const receptions = folded<Reception[]>(() =>
  records<ReceptionFields>("people.reception").filter(
    (row) => resolved.value(row.subject) === row.subject && isSomebody(row),
  ),
);

export function reception(id: string | null | undefined): Reception | null {
  return record<ReceptionFields>("people.reception", id ? standingReception(id) : null);
}

/** Whether a card already belongs to somebody: handed out, registered, or a household's. */
export function isHeld(id: string): boolean {
  const row = reception(id);
  return row !== null && isSomebody(row);
}

/** The number on the card that this person holds now. */
export function cardOf(row: Reception | null): string {
  if (!row) return "";
  const newest = replacements.value
    .filter((r) => standingReception(r.subject) === row.subject)
    .sort((a, b) => (a.clock < b.clock ? 1 : -1))[0];
  return newest?.new_card ?? row.card ?? "";
}

export function nameOf(row: ReceptionFields | null): string {
  if (!row) return "";
  return [row.given_names, row.family_name].filter(Boolean).join(" ");
}

export function figureOf(row: Reception | null): Group {
  return row ? groupOf(row.sex, ageGroupOf(row, today())) : "not_seen";
}

/** Of several answers about the age one under 18 is enough: an age in dispute is a child's. */
export function isAChild(row: Reception | null): boolean {
  if (!row) return false;
  const said = (field: string) => row.answers[field]?.map((answer) => answer.value) ?? [row[field]];
  const ages = [
    ...said("birth_on").map((birth_on) => ageOf({ birth_on }, today())),
    ...said("age").map((age) => ageOf({ age }, today())),
  ];
  return countsAsChild(ages, said("age_group"));
}

const families = folded(() => {
  const found = new Map<string, Reception[]>();
  for (const row of receptions.value) {
    const family = standingReception(familyOf(row));
    found.set(family, [...(found.get(family) ?? []), row]);
  }
  return found;
});

export function familyOfReception(id: string): string {
  const row = reception(id);
  return row ? standingReception(familyOf(row)) : standingReception(id);
}

export function membersOfFamily(id: string): Reception[] {
  return families.value.get(familyOfReception(id)) ?? [];
}

/** Every adult who stands recorded as carer; more than one answer is shown, never chosen between. */
export function carersOf(child: string): string[] {
  const row = record<{ carer: string | null }>("children.carer", child);
  if (!row) return [];
  const answers = row.answers.carer?.map((answer) => answer.value) ?? [row.carer];
  const ids = answers.filter((id): id is string => typeof id === "string").map(standingReception);
  return [...new Set(ids)];
}

export const childrenByCarer = folded(() => {
  const found = new Map<string, string[]>();
  for (const row of records<{ carer: string | null }>("children.carer")) {
    for (const carer of carersOf(row.subject)) {
      found.set(carer, [...(found.get(carer) ?? []), standingReception(row.subject)]);
    }
  }
  return found;
});

/** Entries by whom they are about, replaced cards seen through. */
export function bySubject<T extends object>(kind: string, read = () => entries<T>(kind)) {
  return folded(() => {
    const found = new Map<string, (EntryRow & T)[]>();
    for (const row of read()) {
      const subject = resolved.value(row.subject);
      const there = found.get(subject);
      if (there) there.push(row);
      else found.set(subject, [row]);
    }
    return found;
  });
}

export interface HandOutFields {
  item: string;
  quantity: number;
  override: string | null;
}
export const handOuts = bySubject<HandOutFields>("assistance.hand_out");

export interface ExitFields {
  how: string;
  destination: string | null;
  with_whom: string | null;
  people: number;
  groups: Groups | null;
  trip: string | null;
}
export const allExits = folded(() => entries<ExitFields>("onward.exit"));
const toldOfTrips = folded(() => {
  const found = new Map<string, Heard[]>();
  const add = (row: EntryRow, what: string) => {
    const there = found.get(row.subject);
    const one = { clock: row.clock, id: row.id, what };
    if (there) there.push(one);
    else found.set(row.subject, [one]);
  };
  for (const row of entries<object>("onward.departure")) add(row, "left");
  for (const row of entries<{ what: string }>("onward.contact")) add(row, row.what);
  return found;
});
export const stateOfTrip = (trip: string) => tripState(toldOfTrips.value.get(trip) ?? []);
/** Whoever is on a bus that has not left is still here. */
export const exits = bySubject<ExitFields>("onward.exit", () =>
  allExits.value.filter(({ trip }) => !trip || stateOfTrip(trip) !== "here"),
);

export interface ConsentFields {
  purpose: string;
  answer: string;
  withdraws: string[] | null;
}
export const consents = bySubject<ConsentFields>("people.consent");

export const cardsReturned = bySubject<object>("people.card_returned");

export interface MoveFields extends Move {
  why: string;
}
export const moves = folded(() => entries<MoveFields>("people.household_move"));

/** Replaced cards seen through. */
export const standingMoves = folded(() =>
  moves.value.map((move) => ({
    ...move,
    source: typeof move.source === "string" ? standingReception(move.source) : null,
    target: typeof move.target === "string" ? standingReception(move.target) : null,
  })),
);

/** Everybody who came with a household, those who have left since included. */
export function peopleOfToken(token: string, which: (move: EntryRow) => boolean = () => true): Groups {
  return peopleOf(standingReception(token), standingMoves.value.filter(which));
}

/** Those of a household who are still here: everybody who came with it, less who left since. */
export function stillInToken(token: string): Groups {
  const left = exits.value.get(standingReception(token)) ?? [];
  return left.reduce((here, exit) => addGroups(here, exit.groups ?? {}, -1), peopleOfToken(token));
}

/** Of a household those who are here and sit on no bus. */
export function notOnABus(token: string): Groups {
  const standing = standingReception(token);
  return allExits.value
    .filter(
      ({ trip, subject }) => trip && standingReception(subject) === standing && stateOfTrip(trip) === "here",
    )
    .reduce((here, exit) => addGroups(here, exit.groups ?? {}, -1), stillInToken(standing));
}

export function hasLeft(row: Reception): boolean {
  if (row.is_token === true) return exits.value.has(row.subject) && sumOf(stillInToken(row.subject)) <= 0;
  return exits.value.has(row.subject);
}

/** A card comes back once nobody goes on with it, and once only. */
export function mayReturn(id: string): boolean {
  const standing = standingReception(id);
  const row = reception(standing);
  return exits.value.has(standing) && (!row || hasLeft(row)) && !cardsReturned.value.has(standing);
}
