// What the stations may ask of the tablet's journal: tell facts, read what they add up to, and see how safe they are.

import type { Badge } from "../rules/badge_text";
import type { Begun } from "./begun";

export type Wall =
  | "reception"
  | "assistance"
  | "cash"
  | "triage"
  | "health"
  | "child"
  | "protection"
  | "safety"
  | "office"
  | "sealed";

export interface Scope {
  site: string;
  arrivals: string[];
}

/** One fact as it travels; body is the JSON text exactly as told, null once erased. */
export interface Fact {
  id: string;
  kind: string;
  version: number;
  subject: string;
  wall: Wall;
  scope: Scope;
  at: string;
  clock: string;
  device: string;
  n: number;
  worker: string | null;
  salt: string | null;
  digest: string;
  body: string | null;
}

/** What a station hands in; the journal adds the rest of the envelope. A revision's `saw` is filled in by the journal. */
export interface Draft {
  kind: string;
  /** Left out: the fact is about itself. */
  subject?: string;
  body: Record<string, unknown>;
  arrivals?: string[];
  /** When it happened, if not now: ISO 8601. */
  at?: string;
  /** Only for kinds that stand behind the wall of another fact (journal.void). */
  wall?: Wall;
}

export interface EntryRow {
  id: string;
  subject: string;
  at: string;
  clock: string;
  device: string;
  worker: string | null;
  arrivals: string[];
  [field: string]: unknown;
}

export interface Answer {
  fact: string;
  value: unknown;
}

export interface RecordRow {
  subject: string;
  /** When the record was first spoken of, and last. */
  first_at: string;
  last_at: string;
  arrivals: string[];
  /** Fields on which more than one answer stands, newest first. */
  answers: Record<string, Answer[]>;
  [field: string]: unknown;
}

export type Phase =
  | "starting"
  | "elsewhere" // open in another tab of this tablet
  | "unenrolled"
  | "locked" // nobody signed in: facts can be appended, nothing read
  | "open"
  | "broken"; // no storage: says why in `trouble`

export interface Worker {
  id: string;
  short_name: string;
  languages: string[];
  /** Stations this worker's roles work at. */
  places: string[];
  /** Walls they read behind. */
  reads: string[];
  /** Whether they may look for people beyond the card in front of them. */
  finds: boolean;
  /** When the shift ends of somebody who is here for one alone. */
  until?: string | null;
  /** The number on the day badge that made them a volunteer. */
  day_badge?: number | null;
}

/** What whoever begins a shift says: the badge's secret, and what they chose. */
export interface DayBadge {
  secret: string;
  first_name: string;
  language: string;
  pin: string;
}

/** What a tablet knows while nobody has signed in: whom a complaint can be about, and who takes them. */
export interface ToComplain {
  organisations: { id: string; name: string }[];
  focal_points: FocalPoint[];
}

export interface FocalPoint {
  id: string;
  name: string;
  /** Id and name of whom they work for. */
  organisation: string | null;
  of: string;
  where: string;
}

/** Everything a screen shows about the state of this tablet; a Vue reactive object. */
export interface DeskState {
  phase: Phase;
  trouble: string | null;
  device: { id: string; label: string } | null;
  site: { id: string; code: string; name: string; timezone: string } | null;
  worker: Worker | null;
  /** Workers of the site, for the sign-in list. */
  workers: Worker[];
  /** Workers who can sign in without a network, because they did so here before. */
  known_workers: string[];
  /** Workers who gave their whole PIN lately: badge and two digits let them in. */
  by_badge: string[];
  /** Workers whose ring asks for the tablet's own lock too, and the id of the passkey. */
  own_locks?: Record<string, string>;
  /** Facts told here that the hub has not acknowledged. */
  unsent: number;
  /** ms since the epoch of the hub's last good answer. */
  heard_at: number | null;
  /** The hub answers, but refuses this tablet: number of its error (withdrawn, unknown). */
  refused?: number | null;
  syncing: { done: number; of: number | null } | null;
  /** Whether the browser promised to keep the storage. */
  persisted: boolean | null;
  lock_s: Partial<Record<Wall, number>>;
  complaints?: ToComplain | undefined;
  /** Grows by one whenever any table changed. */
  version: number;
}

export interface Journal {
  state: DeskState;
  begun: Begun;
  start(): Promise<void>;
  enrol(code: string): Promise<void>;
  /**
   * Throws a DeskError when the PIN is wrong or the worker is unknown here and the hub cannot be reached.
   * `isLockLost`: the tablet's own lock is not asked, and only the hub can let them in.
   */
  signIn(worker: string, pin: string, isLockLost?: boolean): Promise<void>;
  /** By whoever gave their whole PIN here lately; throws a DeskError that says to try again, or to give it whole. */
  signInByBadge(badge: Badge, digits: string): Promise<void>;
  /** Whom a day badge made a volunteer; null: it waits for somebody. Needs the hub; throws a DeskError when it is over. */
  bearerOf(secret: string): Promise<string | null>;
  /** A day badge makes a volunteer of whoever holds it; needs the hub. */
  beginShift(badge: DayBadge): Promise<void>;
  /** Empties the page and the fold; what was told stays and goes on being sent. */
  changeWorker(): void;
  /** Resolves with the facts' ids once every one is flushed to the tablet's log, together or not at all. */
  tell(drafts: Draft[]): Promise<string[]>;
  /** As safe, and without a sign: not counted as unsent, and not held in memory for whoever may not read it. */
  tellQuietly(drafts: Draft[]): Promise<void>;
  /** Voids entries told anywhere, behind the wall each of them stands behind. */
  takeBack(ids: string[]): Promise<void>;
  /** Checks a second worker's PIN (known on this tablet) without changing who works. */
  checkPin(worker: string, pin: string): Promise<boolean>;
  /** Whoever works here has the tablet's own lock asked beside their PIN on this tablet, or no more. */
  ownLock(pin: string, isAsked: boolean): Promise<void>;
  entries(kind: string): ReadonlyMap<string, EntryRow>;
  records(kind: string): ReadonlyMap<string, RecordRow>;
  /** Facts told here and not yet acknowledged, by id. */
  isUnsent(id: string): boolean;
  syncNow(): Promise<void>;
  /** Asks a room of the hub, by the ring that is open; throws a DeskError where it is silent or refuses. */
  askHub(path: string): Promise<unknown>;
  /** What the tablet was set to by hand; resolves once it is flushed. Read again with readSettings. */
  keep(settings: string): Promise<void>;
}

/** An error the worker can act on: number of the catalogue, with parameters for its sentence. */
export class DeskError extends Error {
  constructor(
    readonly number: number,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`Akeyi ${number}`);
  }
}
