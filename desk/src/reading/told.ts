// Everything that was told about one person and can be taken back, newest first.
import type { EntryRow } from "../journal/api";
import { moment, t, word } from "../languages";
import { itemName } from "./items";
import { standingReception } from "./people";
import { byAge, entries } from "./rows";

/** An entry with the kind it is of. */
export type Entry = EntryRow & { kind: string };

const KINDS_ABOUT = [
  "assistance.hand_out",
  "onward.exit",
  "onward.night",
  "people.card_returned",
  "people.card_replaced",
  "people.consent",
] as const;

export function toldAbout(reception: string): Entry[] {
  const standing = standingReception(reception);
  return KINDS_ABOUT.flatMap((kind) =>
    entries<object>(kind)
      .filter((row) => standingReception(row.subject) === standing)
      .map((row) => ({ ...row, kind })),
  ).sort(byAge);
}

export function inWords(entry: Entry): string {
  const at = moment(entry.at);
  switch (entry.kind) {
    case "assistance.hand_out":
      return t("told.hand_out", { item: itemName(String(entry.item)), at });
    case "onward.exit":
      return t("told.exit", { how: word("exit", entry.how), at });
    case "onward.night":
      return t("told.night", { where: word("night", entry.where), at });
    case "people.card_replaced":
      return t("told.card_replaced", { card: String(entry.new_card), at });
    case "people.consent":
      return t("told.consent", {
        purpose: word("purpose", entry.purpose),
        answer: word("consent.answer", entry.answer),
        at,
      });
    default:
      return t("told.card_returned", { at });
  }
}
