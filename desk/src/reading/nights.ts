// Who sleeps here or waits, as far as this tablet has heard; whoever has left or is on a bus is on no list.
import { sumOf } from "../rules/ages";
import { nightsOf, type Stay, type Where } from "../rules/nights";
import { hasLeft, reception, standingReception, stillInToken } from "./people";
import { entries, folded } from "./rows";
import { onTrip, tripsHere } from "./trips";

const nights = folded(() =>
  nightsOf(
    entries<{ where: string }>("onward.night").map((row) => ({
      clock: row.clock,
      id: row.id,
      card: standingReception(row.subject),
      where: row.where,
    })),
  ),
);
export const nightOf = (id: string): Stay | null => nights.value.get(standingReception(id)) ?? null;

const atPlaces = folded(() => {
  const found = new Map<Where, number>();
  for (const [card, stay] of nights.value) {
    const row = reception(card);
    if (!row || hasLeft(row)) continue;
    if (!row.is_token && tripsHere.value.some((one) => onTrip(one.subject).has(card))) continue;
    const people = row.is_token ? sumOf(stillInToken(card)) : 1;
    found.set(stay.where, (found.get(stay.where) ?? 0) + people);
  }
  return found;
});
export const peopleAt = (where: Where) => atPlaces.value.get(where) ?? 0;
