// Which items a person may still be given, and what they or their family already have.

export interface ItemRule {
  subject: string;
  once_per: "person" | "family" | "none";
}

export interface HandOut {
  id: string;
  /** The reception that received it. */
  subject: string;
  item: string;
  at: string;
  device: string;
}

export interface Due {
  item: string;
  is_due: boolean;
  /** What stands in the way, newest first: own hand-outs, for a family item those of any member. */
  given: HandOut[];
}

export function due(items: ItemRule[], handOuts: HandOut[], reception: string, family: string[]): Due[] {
  const members = new Set([...family, reception]);
  return items.map((item) => {
    const given = handOuts
      .filter((h) => h.item === item.subject)
      .filter((h) => (item.once_per === "family" ? members.has(h.subject) : h.subject === reception))
      .sort((a, b) => (a.at < b.at ? 1 : -1));
    return { item: item.subject, is_due: item.once_per === "none" || given.length === 0, given };
  });
}

/** A household's card receives for each of its people what is given to persons; the declaration allows 100 at once. */
export function quantityFor(once_per: string | null, people: number): number {
  return once_per === "family" ? 1 : Math.min(100, Math.max(1, people));
}
