// What the journal adds up to, read again whenever any table changed.
import { type ComputedRef, computed } from "vue";
import { KINDS } from "../contracts/kinds.gen";
import type { Draft, EntryRow, RecordRow, Wall } from "../journal/api";
import { useJournal, useState } from "../the_journal";

const readOff: ComputedRef<unknown>[] = [];

/** As `computed`, of what the journal adds up to. */
export function folded<T>(work: () => T): ComputedRef<T> {
  const made = computed(work);
  readOff.push(made);
  return made;
}

/** Once the tables are empty: an answer that nobody asks for again would be kept in memory, with every name in it. */
export function forgetWhatWasRead(): void {
  for (const one of readOff) void one.value;
}

export function entries<T extends object>(kind: string): (EntryRow & T)[] {
  // Naming the version makes every reader a dependent of it.
  void useState().version;
  return [...useJournal().entries(kind).values()] as (EntryRow & T)[];
}

export function records<T extends object>(kind: string): (RecordRow & T)[] {
  void useState().version;
  return [...useJournal().records(kind).values()] as (RecordRow & T)[];
}

export function record<T extends object>(
  kind: string,
  subject: string | null | undefined,
): (RecordRow & T) | null {
  void useState().version;
  return ((subject && useJournal().records(kind).get(subject)) || null) as (RecordRow & T) | null;
}

export function byAge<T extends { at: string }>(a: T, b: T): number {
  return a.at < b.at ? 1 : -1;
}

/** In the order in which it was said. */
export function inOrder(a: { clock: string; id: string }, b: { clock: string; id: string }): number {
  return a.clock < b.clock || (a.clock === b.clock && a.id < b.id) ? -1 : 1;
}

/** An entry as it was told, at its own time: what was taken back cannot come back, it is told again. */
export function toldAgain(kind: string, entry: EntryRow): Draft {
  const { subject, arrivals, at } = entry;
  const said = (KINDS[kind]?.fields ?? []).filter((field) => (entry[field] ?? null) !== null);
  return {
    kind,
    subject,
    arrivals,
    at,
    body: Object.fromEntries(said.map((field) => [field, entry[field]])),
  };
}

export function takenBack(kind: string, entry: EntryRow): Draft {
  const { id, subject, arrivals } = entry;
  return {
    kind: "journal.void",
    wall: KINDS[kind]?.wall as Wall,
    subject,
    arrivals,
    body: { target: id },
  };
}
