// What can be given here, in the worker's language, and what a person still may be given.
import { computed } from "vue";
import type { RecordRow } from "../journal/api";
import { language, moment, t } from "../languages";
import { sumOf } from "../rules/ages";
import { type Due, due, type HandOut, quantityFor } from "../rules/due";
import { useState } from "../the_journal";
import { handOuts, membersOfFamily, reception, stillInToken } from "./people";
import { record, records } from "./rows";

export interface ItemFields {
  names: Partial<Record<string, string>> | null;
  once_per: "person" | "family" | "none" | null;
  icon: string | null;
  is_active: boolean | null;
}
export type Item = RecordRow & ItemFields;

export const items = computed<Item[]>(() =>
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

export function dueOf(reception: string): Due[] {
  const family = membersOfFamily(reception).map((member) => member.subject);
  const given: HandOut[] = [...new Set([reception, ...family])].flatMap((member) =>
    (handOuts.value.get(member) ?? []).map((row) => ({
      id: row.id,
      subject: member,
      item: row.item,
      at: row.at,
      device: row.device,
    })),
  );
  const rules = items.value.map((item) => ({ subject: item.subject, once_per: item.once_per ?? "none" }));
  return due(rules, given, reception, family);
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

/** One for a person; for a household as many as are still here. */
export function howMany(item: string, receptionId: string): number {
  if (reception(receptionId)?.is_token !== true) return 1;
  const once_per = record<ItemFields>("assistance.item", item)?.once_per ?? null;
  return quantityFor(once_per, sumOf(stillInToken(receptionId)));
}

export function nameAndNumber(item: string, n: number): string {
  return n === 1 ? itemName(item) : t("serve.times", { item: itemName(item), n });
}
