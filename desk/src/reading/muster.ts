// Who is inside, by number, and who of them was not yet seen at the other place.
import { notSeen } from "../rules/hall";
import { useState } from "../the_journal";
import { insideTheHall, inTheHall, stillHereOf } from "./board";
import { pauses } from "./hall";
import { cardOf, reception, standingReception } from "./people";
import { entries, folded } from "./rows";

export interface SeenFields {
  pause: string;
  people: number;
}

/** Everybody inside: by card, without one, and how many of these left unseen. */
export const muster = folded(() => {
  const cards = new Map<string, number>();
  let without = 0;
  for (const arrival of [...inTheHall.value.map((one) => one.subject), null]) {
    const here = stillHereOf(arrival);
    for (const [card, people] of Object.entries(here.cards)) cards.set(card, people);
    without += here.without_card;
  }
  const byCard = [...cards.values()].reduce((a, b) => a + b, 0);
  const inside = insideTheHall.value;
  return { cards, byCard, without, unseen: byCard + without - inside, inside };
});

const seen = folded(() => {
  const standing = new Set(pauses.value.map((one) => one.id));
  return entries<SeenFields>("safety.seen")
    .filter((row) => standing.has(row.pause))
    .map((row) => [standingReception(row.subject), row.people] as const);
});

/** Whom nobody has seen at the other place yet: cards, and how many of those who have none. */
export const stillToSee = folded(() => {
  const site = useState().site?.id ?? "";
  const left = notSeen(new Map([...muster.value.cards, [site, muster.value.without]]), seen.value);
  const without = left.get(site) ?? 0;
  left.delete(site);
  const rows = [...left].map(([id, people]) => ({ id, people, card: cardOf(reception(id)) }));
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  return { rows: rows.sort((a, b) => (a.card < b.card ? -1 : 1)), people, without };
});

export const leftOf = (id: string) => stillToSee.value.rows.find((row) => row.id === id)?.people ?? 0;
