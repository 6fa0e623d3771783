// What is told about cards themselves: replaced, two of them crossed, and what went to the wrong one told again on the right one.
import type { Draft } from "../../journal/api";
import { scopeOf } from "../../reading/arrivals";
import { type Card, introduce, scopeOfCard } from "../../reading/cards";
import {
  carersOf,
  childrenByCarer,
  familyOfReception,
  membersOfFamily,
  type Reception,
  reception,
} from "../../reading/people";
import { record, takenBack, toldAgain } from "../../reading/rows";
import { type Entry, toldAbout } from "../../reading/told";
import { carer } from "../register/facts";

/** What was registered about a person; the card, its roll and the arrival stay with the card. */
export const REGISTERED = [
  "age_group",
  "sex",
  "birth_on",
  "age",
  "is_about",
  "family_name",
  "given_names",
  "by_card_only",
  "languages",
  "destination",
  "line",
  "nationalities",
  "birth_country",
  "last_stay_country",
  "papers",
  "phone",
  "phone_owner",
] as const;

export function replace(reception: string, oldCard: string, newCard: Card, arrivals: string[]): Draft {
  return {
    kind: "people.card_replaced",
    subject: reception,
    arrivals,
    body: { old_card: oldCard, new_card: newCard.number, new_reception: newCard.own },
  };
}

type Row = Reception | null;
const registered = (row: Row, field: string) => row?.[field] ?? null;

/** Tells on one reception what was registered on the other, field by field. */
function registeredOf(from: Row, before: Row): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const field of REGISTERED) {
    const value = registered(from, field);
    if (JSON.stringify(value) !== JSON.stringify(registered(before, field))) body[field] = value;
  }
  return body;
}

/** All that a card's swap or mistake moves: what was registered, whose family, who looks after whom, how they came. */
export interface Side {
  card: Card;
  row: Row;
  arrivals: string[];
  family: string;
  isOfSeveral: boolean;
  /** Every answer that stands about who looks after this child: more than one stays in question. */
  carers: string[];
  /** The children whom this adult alone is recorded to look after. */
  children: string[];
  came: string | null;
  /** What they answered about what may be passed on, the first answer first. */
  answers: Entry[];
}

export function sideOf(card: Card): Side {
  const id = card.reception;
  return {
    card,
    row: reception(id),
    arrivals: scopeOfCard(card),
    family: familyOfReception(id),
    isOfSeveral: membersOfFamily(id).length > 1,
    carers: carersOf(id),
    children: (childrenByCarer.value.get(id) ?? []).filter((child) => carersOf(child).length === 1),
    came: record<{ how_came: string | null }>("people.came", id)?.how_came ?? null,
    answers: toldAbout(id)
      .filter((entry) => entry.kind === "people.consent")
      .reverse(),
  };
}

const carerOf = (side: Side): string | null => (side.carers.length === 1 ? side.carers[0]! : null);

function cared(child: string, by: string | null): Draft {
  return carer(child, by, scopeOf(reception(child)));
}

function came(side: Side, how: string | null): Draft {
  return {
    kind: "people.came",
    subject: side.card.reception,
    arrivals: side.arrivals,
    body: { how_came: how },
  };
}

/** Whoever looked after somebody still does, under the other number; a child leaves with their own adult. */
function swapCarers(a: Side, b: Side): Draft[] {
  const [one, two] = [a.card.reception, b.card.reception];
  const other = (id: string | null) => (id === one ? two : id === two ? one : id);
  const own = (
    [
      [a, b],
      [b, a],
    ] as const
  )
    .filter(([to, from]) => to.carers.length <= 1 && other(carerOf(from)) !== carerOf(to))
    .map(([to, from]) => carer(to.card.reception, other(carerOf(from)), to.arrivals));
  const others = (side: Side, by: string) =>
    side.children.filter((child) => child !== one && child !== two).map((child) => cared(child, by));
  return [...own, ...others(a, two), ...others(b, one)];
}

export function swap(a: Side, b: Side): Draft[] {
  const sides = [
    [a, b],
    [b, a],
  ] as const;
  const drafts = sides.flatMap(([to, from]) => {
    const body = { ...introduce(to.card)[0]?.body, ...registeredOf(from.row, to.row) };
    // Within one family nobody changes families, whoever gave the family its id.
    if (a.family !== b.family) body.family = from.family;
    return Object.keys(body).length
      ? [{ kind: "people.reception", subject: to.card.reception, arrivals: to.arrivals, body }]
      : [];
  });
  const swapped: Draft = {
    kind: "people.card_swapped",
    subject: a.card.reception,
    arrivals: a.arrivals,
    body: { other: b.card.reception },
  };
  return [
    swapped,
    ...drafts,
    ...swapCarers(a, b),
    ...(a.came === b.came ? [] : [came(a, b.came), came(b, a.came)]),
    ...tellOnRightCard(a.answers, b),
    ...tellOnRightCard(b.answers, a),
  ];
}

/** Takes entries back where they are and tells each again, at its own time, about the right person. */
export function tellOnRightCard(entries: Entry[], right: Side): Draft[] {
  return entries.flatMap((entry) => [
    takenBack(entry.kind, entry),
    { ...toldAgain(entry.kind, entry), subject: right.card.reception, arrivals: right.arrivals },
  ]);
}

/** What was registered on the wrong card moves as well: emptied there, told on the right one. */
export function moveRegistered(wrong: Side, right: Side): Draft[] {
  const emptied = registeredOf(null, wrong.row);
  const told: Record<string, unknown> = {};
  for (const field of REGISTERED) {
    const value = registered(wrong.row, field);
    if (value !== null && JSON.stringify(value) !== JSON.stringify(registered(right.row, field)))
      told[field] = value;
  }
  if (wrong.isOfSeveral) {
    if (wrong.family !== right.family) told.family = wrong.family;
    // The family may have its id from the wrong card, which then must take another to leave it.
    emptied.family = wrong.family === wrong.card.reception ? right.card.reception : null;
  }
  const body = { ...introduce(right.card)[0]?.body, ...told };
  const revised = (side: Side, body: Record<string, unknown>): Draft[] =>
    Object.keys(body).length
      ? [{ kind: "people.reception", subject: side.card.reception, arrivals: side.arrivals, body }]
      : [];
  return [
    ...revised(wrong, emptied),
    ...revised(right, body),
    ...moveCarers(wrong, right),
    ...(wrong.came ? [came(wrong, null), came(right, wrong.came)] : []),
  ];
}

function moveCarers(wrong: Side, right: Side): Draft[] {
  const [from, to] = [wrong.card.reception, right.card.reception];
  const by = carerOf(wrong);
  return [
    ...(by ? [carer(from, null, wrong.arrivals)] : []),
    ...(by && by !== to ? [carer(to, by, right.arrivals)] : []),
    ...wrong.children.map((child) => cared(child, child === to ? null : to)),
  ];
}
