// A page with nothing but the tablet's journal, for tests that kill the browser under it.
import type { DeskError, EntryRow, RecordRow, Wall } from "../../../desk/src/journal/api";
import { createJournal } from "../../../desk/src/journal/journal";
import { openedByDeviceKey } from "./copied_profile";
import { steal } from "./thief";

const journal = createJournal();

/** One tap that tells two facts: a count and a name. Whoever finds one of them must find the other. */
const tap = (tapped: string) =>
  journal.tell([
    { kind: "arrivals.tally", body: { group: "woman", count: 1, counting: "count", door: tapped, how: "tap" } },
    { kind: "people.reception", body: { family_name: tapped, card: tapped } },
  ]);

/** Tells as fast as it goes; what was acknowledged is noted outside this browser. */
async function tapUntilKilled(run: string): Promise<void> {
  for (let i = 0; ; i++) {
    const ids = await tap(`${run} ${i}`);
    void fetch("/acknowledged", { method: "POST", body: JSON.stringify({ ids, tapped: `${run} ${i}` }) });
  }
}

/** Tells until the storage refuses; gives what was acknowledged and the error's number. */
async function tapUntilRefused(run: string): Promise<{ tapped: string[]; number: number }> {
  const tapped: string[] = [];
  for (;;) {
    const next = `${run} ${tapped.length} ${"x".repeat(20_000)}`;
    try {
      await tap(next);
      tapped.push(next);
    } catch (error) {
      return { tapped, number: (error as DeskError).number };
    }
  }
}

const doors = () => [...journal.entries("arrivals.tally").values()].map((row: EntryRow) => row.door);
const names = () => [...journal.records("people.reception").values()].map((row: RecordRow) => row.family_name);

/** Behind a wall that the worker here may not read. */
const tapBehind = (wall: Wall, said: string) =>
  journal.tell([{ kind: "journal.void", wall, body: { target: said } }]);

Object.assign(window, { journal, tap, tapBehind, tapUntilKilled, tapUntilRefused, doors, names, openedByDeviceKey, steal });
