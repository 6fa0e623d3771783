// What is told about how urgent somebody is, what they seem to need, and whether they asked for a private talk.
import type { Draft } from "../../journal/api";
import { type Card, introduce, scopeOfCard } from "../../reading/cards";
import { asksHealthFirst, type RequestFields } from "../../reading/screening";
import type { Colour, NeedWall } from "../../rules/screening";

function about(card: Card, kind: string, body: Record<string, unknown>): Draft[] {
  const said = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  return [...introduce(card), { kind, subject: card.reception, arrivals: scopeOfCard(card), body: said }];
}

export const triage = (card: Card, colour: Colour, place: "A" | "B" | "C" | null): Draft[] =>
  about(card, "screening.triage", { colour, place });

export const seen = (card: Card): Draft[] => about(card, "screening.seen", {});

export const need = (card: Card, wall: NeedWall, tag: string): Draft[] =>
  about(card, `screening.${wall}_need`, { tag });

/** The door is told that health is asked first, or no longer; what was found stays behind its wall. Null: nothing of it. */
export const travelling = (card: Card, shouldNot: boolean | null): Draft[] =>
  shouldNot === null || shouldNot === asksHealthFirst(card.reception)
    ? []
    : about(card, "screening.ask_first", { is_asked: shouldNot });

/** It names a programme, and never a need. */
export const voucher = (card: Card, programme: string): Draft[] =>
  about(card, "assistance.voucher", { programme });

/** Introduces nobody: a card turned over must leave everything on the worker's screen as it was. */
export function request(card: Card, wish: Omit<RequestFields, "card">): Draft[] {
  const said = Object.entries({ ...wish, card: card.number }).filter(([, value]) => value !== null);
  return [
    {
      kind: "screening.request",
      subject: card.reception,
      arrivals: scopeOfCard(card),
      body: Object.fromEntries(said),
    },
  ];
}

export interface Meeting {
  outcome: "talked" | "not_found" | "changed_mind";
  interpreter: "nobody" | "worker" | "relative" | "somebody_else" | null;
}
export const met = (card: Card, meeting: Meeting): Draft[] => about(card, "screening.met", { ...meeting });
