// A worker's action: told in one batch, shown as done only once it is safe, and taken back within ten seconds.
import { shallowReactive } from "vue";
import { KINDS } from "../contracts/kinds.gen";
import { DeskError, type Draft } from "../journal/api";
import { asDeskError } from "../languages/errors";
import { toldAgain } from "../reading/rows";
import { useJournal } from "../the_journal";

export const UNDO_MS = 10_000;

export interface Done {
  sentence: string;
  undo: (() => Promise<void>) | null;
  until: number;
}

export const acting = shallowReactive({
  trouble: null as DeskError | null,
  done: null as Done | null,
  /** How many actions have begun and are not yet kept: until then what was done last says nothing of them. */
  underWay: 0,
});

/** Runs one action; what goes wrong is shown in the error panel and the action answers undefined. */
export async function act<T>(work: () => Promise<T>): Promise<T | undefined> {
  acting.trouble = null;
  acting.underWay += 1;
  try {
    return await work();
  } catch (error) {
    acting.trouble = asDeskError(error);
    if (!(error instanceof DeskError))
      console.error("an action failed", error instanceof Error ? error.name : "");
    return undefined;
  } finally {
    acting.underWay -= 1;
  }
}

export function showDone(sentence: string, undo: (() => Promise<void>) | null = null): void {
  acting.done = { sentence, undo, until: Date.now() + UNDO_MS };
}

export function hideDone(): void {
  acting.done = null;
}

function isRevision(kind: string): boolean {
  return KINDS[kind]?.shape === "revision";
}

/** What has to be told so that every field shows again what it showed before. */
function restoring(drafts: Draft[]): Draft[] {
  const journal = useJournal();
  return drafts
    .filter((draft) => isRevision(draft.kind) && draft.subject)
    .map((draft) => {
      const before = journal.records(draft.kind).get(draft.subject!);
      const body = Object.fromEntries(
        Object.keys(draft.body).map((field) => [field, before?.[field] ?? null]),
      );
      return { ...draft, body };
    });
}

/** What has to be told again because the drafts take it back: a taking back is final. */
function tellingAgain(drafts: Draft[]): Draft[] {
  const journal = useJournal();
  return drafts
    .filter((draft) => draft.kind === "journal.void")
    .flatMap((draft) =>
      Object.keys(KINDS).flatMap((kind) => {
        const entry = journal.entries(kind).get(String(draft.body.target));
        return entry ? [toldAgain(kind, entry)] : [];
      }),
    );
}

export interface Told {
  ids: string[];
  undo: () => Promise<void>;
}

export async function tellWithUndo(drafts: Draft[]): Promise<Told> {
  const journal = useJournal();
  const before = [...restoring(drafts), ...tellingAgain(drafts)];
  const ids = await journal.tell(drafts);
  const entries = ids.filter(
    (_, i) => !isRevision(drafts[i]!.kind) && !drafts[i]!.kind.startsWith("journal."),
  );
  return {
    ids,
    undo: async () => {
      if (entries.length) await journal.takeBack(entries);
      if (before.length) await journal.tell(before);
    },
  };
}

let isTelling = false;

/**
 * The usual action of a station: tell, then say what was done with ten seconds to take it back.
 * A second tap before the first was kept is the same tap, not another hand-out.
 */
export async function tell(drafts: Draft[], sentence: string): Promise<string[] | undefined> {
  if (isTelling) return undefined;
  isTelling = true;
  const ids = await act(async () => {
    const told = await tellWithUndo(drafts);
    showDone(sentence, told.undo);
    return told.ids;
  });
  isTelling = false;
  return ids;
}
