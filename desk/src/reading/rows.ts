// What the journal adds up to, read again whenever any table changed.
import type { EntryRow, RecordRow } from "../journal/api";
import { useJournal, useState } from "../the_journal";

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
