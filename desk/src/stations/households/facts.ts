// What is told about households: opened, joined, split, one registered out of it. People only move; none appear or vanish.
import type { Draft } from "../../journal/api";
import { type Card, introduce } from "../../reading/cards";
import { type Group, type Groups, sexAndAge } from "../../rules/ages";

export interface Token {
  reception: string;
  arrivals: string[];
  arrival: string | null;
}

function only(groups: Groups): Groups {
  return Object.fromEntries(Object.entries(groups).filter(([, n]) => (n ?? 0) > 0));
}

/** A new card: its own roll's arrival holds, else it stays in the arrival of the household it comes from. */
function newCard(card: Card, own: string | null, from: Token | null): Record<string, unknown> {
  const body = { ...introduce(card)[0]?.body };
  if (from?.arrival && own !== from.arrival) body.arrival = from.arrival;
  return body;
}

export function open(card: Card, groups: Groups, arrivals: string[]): Draft[] {
  return [
    {
      kind: "people.reception",
      subject: card.reception,
      arrivals,
      body: { ...introduce(card)[0]?.body, is_token: true },
    },
    {
      kind: "people.household_move",
      subject: card.reception,
      arrivals,
      body: { target: card.reception, why: "arrived", groups: only(groups) },
    },
  ];
}

export function join(token: Token, groups: Groups, source: string | null): Draft {
  const body: Record<string, unknown> = { target: token.reception, why: "joined", groups: only(groups) };
  if (source) body.source = source;
  return { kind: "people.household_move", subject: token.reception, arrivals: token.arrivals, body };
}

/** A person who joins stays with their own card: they are of the family now, and nobody is counted twice. */
export function joinFamily(person: string, arrivals: string[], family: string): Draft {
  return { kind: "people.reception", subject: person, arrivals, body: { family } };
}

export function split(token: Token, card: Card, ownArrival: string | null, groups: Groups): Draft[] {
  return [
    {
      kind: "people.reception",
      subject: card.reception,
      arrivals: token.arrivals,
      body: { ...newCard(card, ownArrival, token), is_token: true },
    },
    {
      kind: "people.household_move",
      subject: token.reception,
      arrivals: token.arrivals,
      body: { source: token.reception, target: card.reception, why: "split", groups: only(groups) },
    },
  ];
}

/** One person gets a card of her own, and stays of the same family. */
export function registerOut(
  token: Token,
  family: string,
  card: Card,
  ownArrival: string | null,
  group: Group,
): Draft[] {
  return [
    {
      kind: "people.reception",
      subject: card.reception,
      arrivals: token.arrivals,
      body: { ...newCard(card, ownArrival, token), ...sexAndAge(group), family },
    },
    {
      kind: "people.household_move",
      subject: token.reception,
      arrivals: token.arrivals,
      body: { source: token.reception, target: card.reception, why: "registered", groups: { [group]: 1 } },
    },
  ];
}
