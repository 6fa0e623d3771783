// What the hall does now, and who is to be looked for; the server decides alike.

export interface Pause {
  id: string;
  how: "pause" | "evacuate";
}

/**
 * The pauses that stand, in the order in which they came. One stands until somebody who knew of it ends it: one that a
 * tablet told without a network still stops the hall when it comes, and no clock decides between the two.
 */
export function standingPauses<P extends Pause>(pauses: P[], ended: string[][]): P[] {
  const over = new Set(ended.flat());
  return pauses.filter((one) => !over.has(one.id));
}

/** Of `here` those not yet seen; a household is seen in parts, never more than it is. */
export function notSeen(
  here: Map<string, number>,
  seen: Iterable<readonly [reception: string, people: number]>,
): Map<string, number> {
  const left = new Map(here);
  for (const [reception, people] of seen) {
    const before = left.get(reception);
    if (before !== undefined) left.set(reception, Math.max(0, before - people));
  }
  return new Map([...left].filter(([, people]) => people > 0));
}
