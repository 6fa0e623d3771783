// Where somebody sleeps or waits, and how often they have slept here: decided as on the server.

export const WHERES = ["women", "men", "families", "waits"] as const;
export type Where = (typeof WHERES)[number];
export interface NightSaid {
  clock: string;
  id: string;
  card: string;
  where: string;
}
export interface Stay {
  where: Where;
  slept: number;
}

/** Card -> where; whoever needs nothing any more is on no list. */
export function nightsOf(told: NightSaid[]): Map<string, Stay> {
  const last = new Map<string, string>();
  const slept = new Map<string, number>();
  const inOrder = [...told].sort((a, b) =>
    a.clock < b.clock || (a.clock === b.clock && a.id < b.id) ? -1 : 1,
  );
  for (const { card, where } of inOrder) {
    if (where === "slept") slept.set(card, (slept.get(card) ?? 0) + 1);
    else last.set(card, where);
  }
  const found = new Map<string, Stay>();
  for (const [card, where] of last)
    if (where !== "nothing") found.set(card, { where: where as Where, slept: slept.get(card) ?? 0 });
  return found;
}
