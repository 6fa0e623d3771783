// What a worker began and has not told yet: kept over pages and changes of worker, for that worker alone, until told or dropped.
import { reactive } from "vue";
import type { Journal } from "../journal/api";
import { useJournal } from "../the_journal";

/** Worker -> name of the draft -> what was typed. In memory alone: what is not told is written nowhere. */
type Begun = Map<string, Map<string, object>>;
const begun = new WeakMap<Journal, Begun>();

function mine(): Map<string, object> {
  const journal = useJournal();
  if (!begun.has(journal)) begun.set(journal, reactive(new Map()));
  const all = begun.get(journal)!;
  const worker = journal.state.worker?.id ?? "";
  if (!all.has(worker)) all.set(worker, new Map());
  return all.get(worker)!;
}

/** The draft of this name as it was left, or a new one; and how to drop it, whoever works by then. */
export function draft<T extends object>(name: string, make: () => T): { begun: T; drop: () => void } {
  const kept = mine();
  if (!kept.has(name)) kept.set(name, make());
  return { begun: kept.get(name) as T, drop: () => kept.delete(name) };
}

export function dropDraft(name: string): void {
  mine().delete(name);
}

/** This worker's drafts whose names begin so, the latest first. */
export function draftsOf<T extends object>(beginning: string): [name: string, draft: T][] {
  return [...mine()].filter(([name]) => name.startsWith(beginning)).reverse() as [string, T][];
}

/** What a worker changes, beside what it was when last looked at. */
export interface Typing<T extends object> {
  typed: T;
  was: T;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function typing<T extends object>(standing: () => T): Typing<T> {
  return { typed: standing(), was: standing() };
}

export function isTouched<T extends object>({ typed, was }: Typing<T>): boolean {
  return !isSame(typed, was);
}

/**
 * What was told meanwhile, here or on another tablet, shows where this worker has changed nothing.
 * Not asked while no record is read: a hidden tablet reads none, and that is no news.
 */
export function catchUp<T extends object>({ typed, was }: Typing<T>, now: Partial<T>): void {
  for (const [field, value] of Object.entries(now) as [keyof T, T[keyof T]][]) {
    if (isSame(typed[field], was[field])) typed[field] = value;
    was[field] = structuredClone(value);
  }
}
