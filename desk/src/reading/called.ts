// How a worker is told of somebody: the name, else that they go by card only, with the number they hold.
import { t } from "../languages";
import { inGroups } from "../rules/card_text";
import { cardOf, nameOf, reception } from "./people";

export function called(id: string): string {
  const row = reception(id);
  const name = nameOf(row) || t(row?.is_token ? "person.household" : "person.by_card_only");
  return `${name} · ${inGroups(cardOf(row))}`;
}
