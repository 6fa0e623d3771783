// Two cards can be one reception; a reception belongs to an arrival and to a family.

export interface Replacement {
  /** The reception that goes on. */
  subject: string;
  new_reception: string;
}

/** From a card's own id to the receptions that go on with it; two tablets may have said different ones. */
export function onwardOf(replacements: Iterable<Replacement>): Map<string, Set<string>> {
  const onward = new Map<string, Set<string>>();
  for (const { subject, new_reception } of replacements) {
    // A card replaced by itself says nothing.
    if (subject === new_reception) continue;
    onward.set(new_reception, (onward.get(new_reception) ?? new Set()).add(subject));
  }
  return onward;
}

/** Follows replacements to the end; of several ends, and of a circle, the smallest id. */
export function resolve(reception: string, onward: Map<string, Set<string>>): string {
  const seen = new Set<string>();
  const ends: string[] = [];
  const todo = [reception];
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    const next = onward.get(one);
    if (next) todo.push(...next);
    else ends.push(one);
  }
  return (ends.length ? ends : [...seen]).sort()[0]!;
}

export function arrivalOf(
  reception: { arrival?: unknown; roll?: unknown } | null | undefined,
  arrivalOfRoll: (roll: string) => string | null,
): string | null {
  if (typeof reception?.arrival === "string") return reception.arrival;
  return typeof reception?.roll === "string" ? arrivalOfRoll(reception.roll) : null;
}

export function familyOf(reception: { subject: string; family?: unknown }): string {
  return typeof reception.family === "string" ? reception.family : reception.subject;
}
