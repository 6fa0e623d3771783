// The one journal of this tablet, at hand for everything that shows or tells.
import { shallowRef } from "vue";
import type { DeskState, Journal } from "./journal/api";

const current = shallowRef<Journal | null>(null);

export function setJournal(journal: Journal): void {
  current.value = journal;
}

export function useJournal(): Journal {
  if (!current.value) throw new Error("the journal is not there yet");
  return current.value;
}

export function useState(): DeskState {
  return useJournal().state;
}
