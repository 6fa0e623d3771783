// Bags and their tags, and the log of what was found and what is missed.
import { bagsHere, type TagTold } from "../rules/property";
import { standingReception } from "./people";
import { byAge, entries, folded } from "./rows";

const told = (kind: string) =>
  folded<(TagTold & { at: string })[]>(() =>
    entries<{ tag: string }>(kind).map((row) => ({
      of: standingReception(row.subject),
      tag: row.tag,
      clock: row.clock,
      at: row.at,
    })),
  );
export const tagsTied = told("safety.tag");
export const tagsBack = told("safety.tag_back");

/** Bags that wait for their people. */
export const bags = folded(() => bagsHere(tagsTied.value, tagsBack.value));
export const bagsOf = (id: string) => bags.value.filter((one) => one.of === standingReception(id));

export interface ThingFields {
  what: "found" | "lost";
  description: string;
  place: string | null;
}

/** What was found and not yet given back, and what is missed; the newest first. */
export const things = folded(() => {
  const back = new Set(entries<{ thing: string }>("safety.thing_back").map((row) => row.thing));
  return entries<ThingFields>("safety.thing")
    .filter((row) => !back.has(row.id))
    .sort(byAge);
});
