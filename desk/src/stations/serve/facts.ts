// What serving tells: one item, given once to one person; a second once-only item says why.
import type { Draft } from "../../journal/api";
import { type Card, introduce, scopeOfCard } from "../../reading/cards";
import { store } from "../../reading/stock";

export const REASONS = ["lost", "damaged", "shared", "other"] as const;
export type Reason = (typeof REASONS)[number];

/** Out of which store: nothing where the site has none. */
const outOf = () => (store.value ? { store: store.value.subject } : {});

/** Given to people of an arrival without looking at a card: it counts items, never people. */
export const giveToMany = (arrival: string, item: string, quantity: number): Draft => ({
  kind: "assistance.given_to_many",
  subject: arrival,
  arrivals: [arrival],
  body: { item, quantity, how: quantity === 1 ? "tap" : "carton", ...outOf() },
});

export function give(card: Card, item: string, override: Reason | null = null, quantity = 1): Draft[] {
  const body: Record<string, unknown> = { item, quantity, ...outOf() };
  if (override) body.override = override;
  return [
    ...introduce(card),
    { kind: "assistance.hand_out", subject: card.reception, arrivals: scopeOfCard(card), body },
  ];
}
