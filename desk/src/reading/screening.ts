// What this worker may know of who waits, who needs what, and who asked for a private talk.
import type { EntryRow, Wall } from "../journal/api";
import { ageOf } from "../rules/ages";
import {
  type Colour,
  NEEDS,
  type NeedWall,
  needsDecision,
  type Standing,
  standing,
  stopsAtHealth,
  TARGET,
} from "../rules/screening";
import { useState } from "../the_journal";
import { today } from "./days";
import { bySubject, hasLeft, type Reception, reception, receptions } from "./people";
import { entries, folded, inOrder } from "./rows";

/** In the order in which it was said. */
const byPerson = <T extends object>(kind: string) => bySubject<T>(kind, () => entries<T>(kind).sort(inOrder));

export interface TriageFields {
  colour: Colour;
  place: "A" | "B" | "C" | null;
}
const triages = byPerson<TriageFields>("screening.triage");
const seen = byPerson<object>("screening.seen");
const lastWords = byPerson<{ decision: string | null }>("screening.last_word");
const askedFirst = byPerson<{ is_asked: boolean }>("screening.ask_first");
const needs = {
  health: byPerson<{ tag: string }>("screening.health_need"),
  child: byPerson<{ tag: string }>("screening.child_need"),
  protection: byPerson<{ tag: string }>("screening.protection_need"),
};

const times = (rows: { at: string }[] = []) => rows.map((row) => Date.parse(row.at));

/** Somebody's colour; null: not yet looked at, or this worker may not know. */
export function standingOf(id: string): Standing | null {
  const told = (triages.value.get(id) ?? []).map((row): [Colour, number] => [row.colour, Date.parse(row.at)]);
  return standing(told, times(seen.value.get(id)));
}

export const placeOf = (id: string) => triages.value.get(id)?.at(-1)?.place ?? null;
const decisionsOf = (id: string) => (lastWords.value.get(id) ?? []).map((row) => row.decision);

export function tagsOf(id: string, wall: NeedWall): (EntryRow & { tag: string })[] {
  return needs[wall].value.get(id) ?? [];
}

export interface Waiting {
  row: Reception;
  standing: Standing & { waitingSince: number };
  target: number;
}

/** Red before orange, and in each who waits longest; whoever has left waits no more. */
export const waiting = folded<Waiting[]>(() => {
  const found: Waiting[] = [];
  for (const id of triages.value.keys()) {
    const row = reception(id);
    const is = standingOf(id);
    if (!row || hasLeft(row) || is?.waitingSince == null) continue;
    const target = TARGET[is.colour] ?? 0;
    found.push({ row, standing: { ...is, waitingSince: is.waitingSince }, target });
  }
  return found.sort((a, b) => a.target - b.target || a.standing.waitingSince - b.standing.waitingSince);
});

/** Whoever health sees by rule, as far as this worker may know what was observed. */
export function mustStopAtHealth(row: Reception): boolean {
  const tags = tagsOf(row.subject, "health").map((one) => one.tag);
  return stopsAtHealth(ageOf(row, today()), row.age_group, tags);
}
/** Until somebody of health saw them: that a colleague was with them is not enough. */
function stillStops(row: Reception): boolean {
  const ofHealth = new Set(
    useState().workers.flatMap((one) => (one.reads.includes("health") ? [one.id] : [])),
  );
  return (
    mustStopAtHealth(row) && !seen.value.get(row.subject)?.some(({ worker }) => ofHealth.has(worker ?? ""))
  );
}
const reads = (wall: Wall) => useState().worker?.reads.includes(wall) ?? false;
/** Health is asked before they travel: it found that they should not, and has not said otherwise. Why, the wall keeps. */
export const asksHealthFirst = (id: string) => askedFirst.value.get(id)?.at(-1)?.is_asked === true;
export const healthStops = folded(() =>
  receptions.value.filter((row) => !hasLeft(row) && (stillStops(row) || asksHealthFirst(row.subject))),
);

/** Whether this worker can end their waiting: by their colour, or as health by rule. */
export function isAwaited(id: string): boolean {
  const row = reception(id);
  return standingOf(id)?.waitingSince != null || (reads("health") && row !== null && stillStops(row));
}

/** Whether a decision is asked about them at the door: of everybody where health is asked first, else of who reads colours. */
export function asksDecision(id: string): boolean {
  const row = reception(id);
  const stops = reads("triage") && row !== null && stillStops(row);
  return needsDecision(standingOf(id)?.colour ?? null, stops, asksHealthFirst(id), decisionsOf(id));
}

export interface RequestFields {
  card: string | null;
  station: string | null;
  talk_to: "woman" | "man" | "either" | null;
  language: string | null;
  company: "alone" | "with_somebody" | null;
}
const requests = byPerson<RequestFields>("screening.request");
const met = byPerson<{ outcome: string }>("screening.met");

export interface Asked {
  subject: string;
  since: number;
  /** Later words add to earlier ones: a card turned over says where, the worker beside it says in which language. */
  wish: RequestFields;
}

/** Requests that nobody has come to yet, the oldest first. Not found is no answer: somebody looks again. */
export const asking = folded<Asked[]>(() => {
  const found: Asked[] = [];
  for (const [subject, rows] of requests.value) {
    const answered = (met.value.get(subject) ?? []).filter((row) => row.outcome !== "not_found").at(-1);
    const open = rows.filter((row) => !answered || row.clock > answered.clock);
    if (open.length === 0) continue;
    const wish: RequestFields = { card: null, station: null, talk_to: null, language: null, company: null };
    for (const row of open)
      for (const field of Object.keys(wish) as (keyof RequestFields)[])
        if (row[field]) (wish as unknown as Record<string, unknown>)[field] = row[field];
    found.push({ subject, since: Date.parse(open[0]!.at), wish });
  }
  return found.sort((a, b) => a.since - b.since);
});

/** Whether a request of this person is open, as far as this worker knows. */
export const isAsking = (id: string) => asking.value.some((one) => one.subject === id);

export const needWalls = Object.keys(NEEDS) as NeedWall[];
