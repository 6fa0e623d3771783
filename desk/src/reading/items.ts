// What can be given here, in the worker's language, and what a person still may be given.
import type { RecordRow } from "../journal/api";
import { language, moment, t } from "../languages";
import { sumOf } from "../rules/ages";
import { cardsBehind, type Due, due, type HandOut, type Moved } from "../rules/due";
import { useState } from "../the_journal";
import { exits, familyOfReception, handOuts, membersOfFamily, reception, standingMoves } from "./people";
import { folded, inOrder, record, records } from "./rows";

export interface ItemFields {
  names: Partial<Record<string, string>> | null;
  once_per: "person" | "family" | "none" | null;
  icon: string | null;
  is_active: boolean | null;
}
export type Item = RecordRow & ItemFields;

export const items = folded<Item[]>(() =>
  records<ItemFields>("assistance.item")
    .filter((item) => item.is_active !== false)
    .sort((a, b) =>
      a.first_at < b.first_at ? -1 : a.first_at > b.first_at ? 1 : a.subject < b.subject ? -1 : 1,
    ),
);

export function itemName(id: string | null): string {
  const names = record<ItemFields>("assistance.item", id)?.names ?? {};
  return names[language.value] ?? names.ht ?? names.fr ?? names.en ?? Object.values(names)[0] ?? "";
}

interface Said {
  clock: string;
  id: string;
}

/** People who came, changed cards or left, as far as households' cards count them. */
const people = folded<(Moved & Said)[]>(() => [
  ...standingMoves.value.map(({ source, target, groups, clock, id }) => ({
    source,
    target,
    people: sumOf(groups),
    clock,
    id,
  })),
  ...[...exits.value].flatMap(([source, left]) =>
    reception(source)?.is_token === true
      ? left.map(({ people, clock, id }) => ({ source, target: null, people, clock, id }))
      : [],
  ),
]);

export function dueOf(card: string): Due[] {
  const family = (one: string) => membersOfFamily(one).map((member) => member.subject);
  const cards = cardsBehind(card, people.value, family);
  const moved = people.value.filter(
    ({ source, target }) => (source !== null && cards.has(source)) || (target !== null && cards.has(target)),
  );
  const given = [...cards].flatMap((subject) =>
    (handOuts.value.get(subject) ?? []).map((row) => ({ ...row, subject })),
  );
  const rules = items.value.map((item) => ({ subject: item.subject, once_per: item.once_per ?? "none" }));
  return due(rules, [...moved, ...given].sort(inOrder), card, familyOfReception);
}

export function dueItem(card: string, item: string): Due | null {
  return dueOf(card).find((row) => row.item === item) ?? null;
}

/** To whom it was given: this card, somebody of the family, or the household that this card came out of. */
export function givenTo(row: Due, card: string): "card" | "family" | "household" {
  if (row.once_per === "family") return "family";
  return row.given[0]?.subject === card ? "card" : "household";
}

/** Where and when, never who. */
export function whenAndWhere(given: HandOut): string {
  const own = useState().device;
  const label = record<{ label: string | null }>("access.device", given.device)?.label;
  const where =
    own?.id === given.device
      ? t("serve.on_this_tablet", { label: own.label })
      : (label ?? t("serve.on_another_tablet"));
  return t("serve.at_where", { at: moment(given.at), where });
}

export function nameAndNumber(item: string, n: number): string {
  return n === 1 ? itemName(item) : t("serve.times", { item: itemName(item), n });
}
