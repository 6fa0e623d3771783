// What is told when somebody was asked whether something may be passed on, or takes it back.
import type { Bodies } from "../../contracts/kinds.gen";
import { PURPOSES } from "../../contracts/purposes.gen";
import type { Draft } from "../../journal/api";
import { LANGUAGES, type Language } from "../../languages";
import { type Card, introduce, scopeOfCard } from "../../reading/cards";
import { answersOf } from "../../reading/consents";
import { isAChild, reception, standingReception } from "../../reading/people";
import { answersNow } from "../../rules/consent";

export type Asked = (typeof PURPOSES)[keyof typeof PURPOSES][number];

/** What is asked at a station of the hall: the rest stands behind the walls of those who ask it. */
export const ASKED_HERE = PURPOSES["people.consent"];

export const HOW = ["said", "written", "proxy"] as const;
export const PROXIES = ["parent", "relative", "guardian", "child_protection"] as const;
export const WHY = ["child", "too_ill", "cannot_say"] as const;

export interface Asking {
  how: (typeof HOW)[number];
  proxy: (typeof PROXIES)[number] | null;
  proxy_why: (typeof WHY)[number] | null;
  is_interpreted: boolean;
  /** Of what was read out. */
  language: Language | null;
  notice: string | null;
}

/** A child does not answer alone. */
export function newAsking(id: string): Asking {
  const isChild = isAChild(reception(id));
  return {
    how: isChild ? "proxy" : "said",
    proxy: null,
    proxy_why: isChild ? "child" : null,
    is_interpreted: false,
    language: null,
    notice: null,
  };
}

/** Whether it is known who answers, and what was read out to them. */
export function isWhole(asking: Asking): boolean {
  return Boolean(asking.notice) && (asking.how !== "proxy" || Boolean(asking.proxy && asking.proxy_why));
}

/** The language in which a person is asked first: one of theirs. */
export function languageOf(id: string): Language | undefined {
  const speaks = reception(id)?.languages ?? [];
  return LANGUAGES.find((language) => language === speaks[0]) ?? LANGUAGES.find((l) => speaks.includes(l));
}

export function standingAnswers(id: string) {
  return answersNow(answersOf(id));
}

/** Behind which wall an answer stands follows from what it is about. */
function kindOf(purpose: Asked): string {
  const kinds = Object.entries(PURPOSES) as [string, readonly string[]][];
  return kinds.find(([, purposes]) => purposes.includes(purpose))![0];
}

function consent(card: Card, body: { purpose: Asked } & Record<string, unknown>): Draft[] {
  const subject = card.reception;
  return [...introduce(card), { kind: kindOf(body.purpose), subject, arrivals: scopeOfCard(card), body }];
}

/** What a service may be told, where the answer is about one. */
export interface ToService {
  service: string;
  items: string[];
}

export function answered(
  card: Card,
  purpose: Asked,
  answer: "yes" | "no",
  asking: Asking,
  to?: ToService,
): Draft[] {
  const { proxy, proxy_why, ...how } = asking;
  const who = how.how === "proxy" ? { proxy, proxy_why } : {};
  return consent(card, { purpose, answer, ...how, ...who, ...to });
}

/** Takes back what was agreed for one service; the others stay as they are. */
export function withdrawnFor(
  card: Card,
  yes: { id: string; purpose: string; service?: string | null },
): Draft[] {
  const body = { purpose: yes.purpose as Asked, answer: "withdrawn", how: "said", withdraws: [yes.id] };
  return consent(card, { ...body, ...(yes.service ? { service: yes.service } : {}) });
}

/** Names every yes that it takes back, so that none of them stands again. */
export function withdrawn(card: Card, purpose: Asked): Draft[] {
  const agreed = answersOf(card.reception).filter((one) => one.purpose === purpose && one.answer === "yes");
  return consent(card, {
    purpose,
    answer: "withdrawn",
    how: "said",
    withdraws: agreed.map((one) => one.id),
  });
}

type Wished = Bodies["feedback.call_wish"];
export type Hours = Wished["hours"][number];
/** The purpose after whose yes a number is asked for. */
export const CALL_LATER = "follow_up_call" satisfies Asked;
export const WHOSE = ["own", "family", "other"] as const;
export const HOURS = ["morning", "afternoon", "evening", "night"] as const;

export interface Wish {
  number: string;
  whose: Wished["whose"] | null;
  hours: Hours[];
  language: Language;
  word: string;
  call_me: string;
}

export function newWish(language: Language, phone?: string | null, name?: string | null): Wish {
  return { number: phone ?? "", whose: null, hours: [], language, word: "", call_me: name ?? "" };
}

/** As it is dialled: without gaps, dashes and brackets; null where it is no number. */
export function dialled(typed: string): string | null {
  const number = typed.replace(/[\s().\-/]/g, "");
  return /^\+?[0-9]{6,15}$/.test(number) ? number : null;
}

export function isWholeWish(wish: Wish): boolean {
  return Boolean(dialled(wish.number) && wish.whose && wish.hours.length && wish.word.trim());
}

/** About itself, so that the number can go while the person stays. */
export function wished(card: Card, wish: Wish): Draft[] {
  const body: Wished = {
    reception: standingReception(card.reception),
    number: dialled(wish.number)!,
    whose: wish.whose!,
    hours: HOURS.filter((one) => wish.hours.includes(one)),
    language: wish.language,
    word: wish.word.trim(),
    ...(wish.call_me.trim() && { call_me: wish.call_me.trim() }),
  };
  return [{ kind: "feedback.call_wish", body: { ...body } }];
}
