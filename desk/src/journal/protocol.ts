// What the page and its worker say to each other.

import type { Badge } from "../rules/badge_text";
import type { DayBadge, DeskState, Fact } from "./api";
import type { Telling } from "./archive";
import type { OwnLock } from "./ring";

/** Asked by the page; answered with the value or an error. */
export interface Calls {
  start: { asks: { hub: string }; answers: undefined };
  enrol: { asks: { code: string }; answers: undefined };
  signIn: {
    asks: { worker: string; pin: string; lock: OwnLock | null; session: number };
    answers: undefined;
  };
  signInByBadge: { asks: { badge: Badge; digits: string; session: number }; answers: undefined };
  bearerOf: { asks: { secret: string }; answers: string | null };
  beginShift: { asks: { badge: DayBadge; session: number }; answers: undefined };
  lock: { asks: Record<never, never>; answers: undefined };
  tell: { asks: { tellings: Telling[]; isQuiet: boolean }; answers: Fact[] };
  checkPin: { asks: { worker: string; pin: string; lock: OwnLock | null }; answers: boolean };
  ownLock: { asks: { pin: string; by: OwnLock | null; next: OwnLock | null }; answers: undefined };
  keep: { asks: { settings: string }; answers: undefined };
  askHub: { asks: { path: string }; answers: unknown };
  syncNow: { asks: Record<never, never>; answers: undefined };
}

export type Call = { [K in keyof Calls]: { call: number; what: K } & Calls[K]["asks"] }[keyof Calls];

export interface Answered {
  call: number;
  value?: unknown;
  error?: { number: number; params: Record<string, string | number> };
}

/** Said by the worker without being asked. */
export type News =
  | { news: "state"; state: Partial<DeskState> }
  /** Somebody is about to be let in: what they began opens with a key of their ring. */
  | { news: "begun"; session: number; worker: string; key: CryptoKey | null }
  /** Facts to add to the tables of this session; a session is from sign-in to change of worker. */
  | { news: "facts"; session: number; facts: Fact[] }
  /** Something was erased or dropped: the facts between the two build the tables anew. */
  | { news: "read again"; session: number; isDone: boolean }
  /** The same worker's PIN no longer holds at the hub. */
  | { news: "signed out"; session: number }
  | { news: "unsent"; ids: string[] }
  | { news: "acknowledged"; ids: string[] };

export type FromWorker = Answered | News;
