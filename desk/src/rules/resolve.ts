// Two cards can be one reception; a reception belongs to an arrival and to a family.

export interface Replacement {
  /** The reception that goes on. */
  subject: string;
  new_reception: string;
}

/** The reception that a card's own id stands for, after every replacement; a circle ends at its smallest id. */
export function resolve(reception: string, replacements: Iterable<Replacement>): string {
  const next = new Map<string, string>();
  for (const { subject, new_reception } of replacements) {
    const known = next.get(new_reception);
    // Two tablets replaced different cards by the same one: every replica must choose alike.
    if (known === undefined || subject < known) next.set(new_reception, subject);
  }
  const path: string[] = [];
  let at = reception;
  for (;;) {
    const seen = path.indexOf(at);
    if (seen >= 0) return path.slice(seen).sort()[0]!;
    path.push(at);
    const to = next.get(at);
    if (to === undefined || to === at) return at;
    at = to;
  }
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
