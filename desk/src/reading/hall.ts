// Whether the hall is paused, and since when.
import type { EntryRow } from "../journal/api";
import { type Pause, standingPauses } from "../rules/hall";
import { useState } from "../the_journal";
import { entries, folded, inOrder } from "./rows";

export type Stopped = EntryRow & Pause;

/** The pauses that stand, the earliest first: none, and the hall works. */
export const pauses = folded<Stopped[]>(() => {
  const site = useState().site?.id;
  const told = entries<Pause>("safety.pause").filter((row) => row.subject === site);
  const ended = entries<{ ends: string[] }>("safety.resume").map((row) => row.ends);
  return standingPauses(told.sort(inOrder), ended);
});

export const isPaused = () => pauses.value.length > 0;
export const isEvacuating = () => pauses.value.some((one) => one.how === "evacuate");
/** When the first of the pauses that stand was told. */
export const pausedSince = () => pauses.value.map((one) => one.at).sort()[0] ?? "";
/** Those who read behind `safety` say that the hall goes on. */
export const mayResume = () => useState().worker?.reads.includes("safety") ?? false;
