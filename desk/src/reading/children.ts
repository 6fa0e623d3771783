// Which children somebody has to be with, who is, and what child protection knows of them, as far as this worker may.
import type { EntryRow } from "../journal/api";
import {
  type Came,
  type Care,
  care,
  heldTogether,
  isAlarm,
  mayPhotograph,
  NO_CARE,
  type Place,
  type Said,
  type Situation,
  situation,
  unheldSince,
} from "../rules/care";
import { answersNow } from "../rules/consent";
import { useState } from "../the_journal";
import { answersOf } from "./consents";
import {
  bySubject,
  carersOf,
  familyOfReception,
  hasLeft,
  isAChild,
  type Reception,
  reception,
  receptions,
  standingReception,
} from "./people";
import { entries, folded, inOrder, record } from "./rows";
import { tagsOf } from "./screening";

interface HoldFields {
  holder: string | null;
  place: Place | null;
  by_pin: boolean | null;
}

const cares = folded(() => {
  const words = new Map<string, (EntryRow & Said)[]>();
  const add = (row: EntryRow, said: Partial<Said>) => {
    const subject = standingReception(row.subject);
    const one: EntryRow & Said = {
      ...row,
      by: row.worker,
      holder: null,
      place: null,
      by_pin: false,
      is_asked: null,
      ...said,
    } as never;
    words.set(subject, [...(words.get(subject) ?? []), one]);
  };
  for (const row of entries<HoldFields>("children.hold"))
    add(row, { holder: row.holder ?? null, place: row.place ?? null, by_pin: row.by_pin === true });
  for (const row of entries<{ is_asked: boolean }>("children.ask_first"))
    add(row, { is_asked: row.is_asked });
  const found = new Map<string, Care>();
  for (const [subject, told] of words)
    found.set(subject, care(told.sort(inOrder).map((one) => ({ ...one, at: Date.parse(String(one.at)) }))));
  return found;
});

export const careOf = (id: string): Care => cares.value.get(standingReception(id)) ?? NO_CARE;

/** Child protection is asked before they leave: it said so, somebody has to be with them, or custody has two answers. */
export function asksFirst(id: string): boolean {
  return careOf(id).is_asked || carersOf(standingReception(id)).length > 1;
}

/** Whether this worker knows why. */
export const readsChildren = () => useState().worker?.reads.includes("child") ?? false;

export interface InCare {
  id: string;
  care: Care;
  unheldSince: number | null;
}

/** Whom somebody has to be with and who is still here: those with nobody first, then who has been held longest. */
export const inCare = folded<InCare[]>(() => {
  const here = useState().workers.map((one) => one.id);
  const found: InCare[] = [];
  for (const [id, one] of cares.value) {
    const row = reception(id);
    if (one.is_held && !(row && hasLeft(row)))
      found.push({ id, care: one, unheldSince: unheldSince(one, here) });
  }
  const order = (one: InCare) => (one.unheldSince === null ? 1 : 0);
  return found.sort((a, b) => order(a) - order(b) || (a.care.since ?? 0) - (b.care.since ?? 0));
});

/** Those about whom child protection is asked, and with whom nobody has to be. */
export const askedOnly = folded(() =>
  receptions.value.filter((row) => !hasLeft(row) && asksFirst(row.subject) && !careOf(row.subject).is_held),
);

/** The children whom a worker is with. */
export const heldBy = (worker: string | undefined) =>
  inCare.value.filter((one) => worker !== undefined && one.care.holder === worker).map((one) => one.id);

/** With nobody for too long. */
export const alarms = (now: number) => inCare.value.filter((one) => isAlarm(one.unheldSince, now));

/** Siblings are handed over together. */
export const together = (id: string) =>
  heldTogether(
    standingReception(id),
    familyOfReception,
    inCare.value.map((one) => one.id),
  );

export const nameOfHolder = (id: string | null) =>
  useState().workers.find((one) => one.id === id)?.short_name;

export interface SituationFields {
  relation: string | null;
  refused_by: string | null;
  is_age_disputed: boolean | null;
  says_name: boolean | null;
  care_tonight: string | null;
  care_where: string | null;
  decided: string | null;
}
export const situationFields = (id: string) => record<SituationFields>("children.situation", id);

/** What the field calls it, as far as this worker may know. */
export function situationOf(row: Reception): Situation {
  const said = situationFields(row.subject);
  const isChild = isAChild(row) || said?.is_age_disputed === true;
  const tags = tagsOf(row.subject, "child").map((one) => one.tag);
  return situation(
    isChild,
    said?.relation ?? null,
    said?.refused_by != null,
    tags,
    carersOf(row.subject).length,
  );
}

/** What was answered about a photo of this child; null: nobody asked. */
export const answerAboutPhoto = (id: string) => answersNow(answersOf(id)).get("photo") ?? null;
/** `answer`: what if it were that; else the one that stands. */
export const mayTakePhoto = (row: Reception, answer = answerAboutPhoto(row.subject)?.answer ?? null) =>
  mayPhotograph(situationOf(row), situationFields(row.subject)?.says_name ?? null, answer);

/** Children of whom nobody has said with whom they are. */
export const notKnown = folded(() =>
  receptions.value.filter(
    (row) => !row.is_token && !hasLeft(row) && !asksFirst(row.subject) && situationOf(row) === "not_known",
  ),
);

export interface CameFields extends Came {
  name: string;
  says_to_be: string;
}
/** Who came for a child, in the order of the clock. */
export const cameFor = bySubject<CameFields>("children.came_for", () =>
  entries<CameFields>("children.came_for").sort(inOrder),
);
const photos = bySubject<{ jpeg: string }>("children.photo", () =>
  entries<{ jpeg: string }>("children.photo").sort(inOrder),
);
export const photoOf = (id: string) => photos.value.get(standingReception(id))?.at(-1) ?? null;

/** The latest word about each name: who may take the child. */
export function mayTake(id: string): (EntryRow & CameFields)[] {
  const latest = new Map((cameFor.value.get(standingReception(id)) ?? []).map((one) => [one.name, one]));
  return [...latest.values()].filter((one) => one.outcome === "may_take");
}
