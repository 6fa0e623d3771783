// What is told of bags and things: whose they are, and that they went back.
import type { Draft } from "../../journal/api";
import { type Card, introduce, scopeOfCard } from "../../reading/cards";
import { mayFind } from "../../reading/finding";

const about = (card: Card) => ({ subject: card.reception, arrivals: scopeOfCard(card) });

/** Whoever may look for nobody makes nobody known: the bag waits for its card. */
export const tie = (card: Card, tag: string): Draft[] => [
  ...(mayFind() ? introduce(card) : []),
  { kind: "safety.tag", ...about(card), body: { tag, card: card.number } },
];

export const giveBack = (card: Card, tag: string): Draft => ({
  kind: "safety.tag_back",
  ...about(card),
  body: { tag },
});

const placed = (place: string) => (place.trim() ? { place: place.trim() } : {});

export const found = (description: string, place: string): Draft => ({
  kind: "safety.thing",
  arrivals: [],
  body: { what: "found", description: description.trim(), ...placed(place) },
});

/** Somebody misses it; whoever finds it knows whom to look for. */
export const lost = (card: Card, description: string, place: string): Draft[] => [
  ...introduce(card),
  {
    kind: "safety.thing",
    ...about(card),
    body: { what: "lost", description: description.trim(), ...placed(place) },
  },
];

export const thingBack = (card: Card, thing: string): Draft[] => [
  ...introduce(card),
  { kind: "safety.thing_back", ...about(card), body: { thing } },
];

/** What was lost or taken before people came here. */
export const before = (card: Card, description: string, place: string, keptBy: string): Draft[] => [
  ...introduce(card),
  {
    kind: "safety.before",
    ...about(card),
    body: {
      description: description.trim(),
      ...placed(place),
      ...(keptBy.trim() ? { kept_by: keptBy.trim() } : {}),
    },
  },
];
