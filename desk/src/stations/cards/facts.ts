// What is told about cards themselves: replaced, two of them crossed, and what went to the wrong one told again on the right one.
import { KINDS } from "../../contracts/kinds.gen";
import type { Draft } from "../../journal/api";
import { type Card, introduce } from "../../reading/cards";
import type { Reception } from "../../reading/people";
import type { Entry } from "../../reading/told";

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

export interface Side {
  card: Card;
  row: Row;
  family: string;
  arrivals: string[];
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
  return [swapped, ...drafts];
}

/** Takes entries back where they are and tells each again, at its own time, about the right person. */
export function tellOnRightCard(entries: Entry[], right: Side): Draft[] {
  return entries.flatMap((entry) => {
    const fields = KINDS[entry.kind]?.fields ?? [];
    const body = Object.fromEntries(
      fields.filter((f) => entry[f] !== null && entry[f] !== undefined).map((f) => [f, entry[f]]),
    );
    const wall = KINDS[entry.kind]?.wall;
    return [
      {
        kind: "journal.void",
        subject: entry.subject,
        arrivals: entry.arrivals,
        body: { target: entry.id },
        ...(wall ? { wall } : {}),
      },
      { kind: entry.kind, subject: right.card.reception, arrivals: right.arrivals, at: entry.at, body },
    ];
  });
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
  return [
    ...(Object.keys(emptied).length
      ? [{ kind: "people.reception", subject: wrong.card.reception, arrivals: wrong.arrivals, body: emptied }]
      : []),
    ...(Object.keys(told).length
      ? [
          {
            kind: "people.reception",
            subject: right.card.reception,
            arrivals: right.arrivals,
            body: { ...introduce(right.card)[0]?.body, ...told },
          },
        ]
      : introduce(right.card)),
  ];
}
