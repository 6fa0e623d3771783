// What is told about children: who is with one, whether child protection is asked first, what it knows, who came.
import type { Draft } from "../../journal/api";
import { scopeOf } from "../../reading/arrivals";
import { type Card, introduce, scopeOfCard } from "../../reading/cards";
import type { CameFields, SituationFields } from "../../reading/children";
import { reception } from "../../reading/people";
import type { Place } from "../../rules/care";

const of = (id: string) => scopeOf(reception(id));

/** Seen first: whoever says it stays with the child until the next worker takes over. */
export function alone(card: Card, worker: string, saysWhy: boolean): Draft[] {
  const about = { subject: card.reception, arrivals: scopeOfCard(card) };
  const why: Draft[] = saysWhy ? [{ kind: "screening.child_need", ...about, body: { tag: "alone" } }] : [];
  const body = { holder: worker, place: "hall", by_pin: false };
  return [...introduce(card), ...why, { kind: "children.hold", ...about, body }];
}

/** Somebody has to come: nobody is with the child. */
export const nobodyIsThere = (card: Card): Draft => ({
  kind: "children.hold",
  subject: card.reception,
  arrivals: scopeOfCard(card),
  body: { by_pin: false },
});

export const handOver = (children: string[], to: string, place: Place): Draft[] =>
  children.map((id) => ({
    kind: "children.hold",
    subject: id,
    arrivals: of(id),
    body: { holder: to, place, by_pin: true },
  }));

export const askFirst = (id: string, is_asked: boolean): Draft => ({
  kind: "children.ask_first",
  subject: id,
  arrivals: of(id),
  body: { is_asked },
});

export const situationIs = (id: string, body: Partial<SituationFields>): Draft => ({
  kind: "children.situation",
  subject: id,
  arrivals: of(id),
  body: { ...body },
});

export function cameForThem(id: string, said: CameFields): Draft {
  const body = Object.fromEntries(
    Object.entries(said).filter(([, value]) => value !== null && value !== "" && String(value) !== ""),
  );
  return { kind: "children.came_for", subject: id, arrivals: of(id), body };
}

export const photo = (id: string, jpeg: string): Draft => ({
  kind: "children.photo",
  subject: id,
  arrivals: of(id),
  body: { jpeg },
});
