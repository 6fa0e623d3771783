// What a worker began and has not told yet: kept over pages and changes of worker, for that worker alone, until told or dropped.
import { useJournal } from "../the_journal";

/** Of whoever works here; a hidden page looks at nobody's. */
function mine(): Map<string, object> {
  const { state, begun } = useJournal();
  return state.worker && state.worker.id === begun.worker ? begun.open : new Map();
}

/** The draft of this name as it was left, or a new one; and how to drop it, whoever works by then. */
export function draft<T extends object>(name: string, make: () => T): { begun: T; drop: () => void } {
  const kept = mine();
  const { begun } = useJournal();
  const { worker } = begun;
  if (!kept.has(name)) kept.set(name, make());
  return { begun: kept.get(name) as T, drop: () => begun.drop(worker ?? "", name) };
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
