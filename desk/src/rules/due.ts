// What a card may still be given, and what it, its family or the household it came out of already have.

export interface ItemRule {
  subject: string;
  once_per: "person" | "family" | "none";
}

export interface HandOut {
  id: string;
  /** The card that received it, replacements seen through. */
  subject: string;
  item: string;
  quantity: number;
  at: string;
  device: string;
}

/** People came to a household's card (from nowhere), went on with another card, or left (to nowhere). */
export interface Moved {
  source: string | null;
  target: string | null;
  people: number;
}

/** In the order in which it was said. */
export type Told = HandOut | Moved;

export interface Due {
  item: string;
  once_per: ItemRule["once_per"];
  is_due: boolean;
  /** For as many people it is due; where it is not, for as many as the card stands for. */
  quantity: number;
  /** What stands in the way, newest first. */
  given: HandOut[];
}

interface Account {
  people: number;
  served: number;
  handOuts: Set<HandOut>;
}

/** The declaration allows 100 at once. */
const MOST = 100;

/** What each card, or each family, was given of one item, and for how many people that is enough. */
function accounts(rule: ItemRule, told: Told[], familyOf: (card: string) => string) {
  const found = new Map<string, Account>();
  const of = (card: string): Account => {
    const key = rule.once_per === "family" ? familyOf(card) : card;
    let account = found.get(key);
    if (!account) {
      account = { people: 0, served: 0, handOuts: new Set() };
      found.set(key, account);
    }
    return account;
  };
  for (const one of told) {
    if ("item" in one) {
      if (one.item !== rule.subject) continue;
      const account = of(one.subject);
      account.served += one.quantity;
      account.handOuts.add(one);
      continue;
    }
    const source = one.source === null ? null : of(one.source);
    const target = one.target === null ? null : of(one.target);
    if (source === target) continue;
    let taken = 0;
    if (source) {
      // What was given stays with the card: only what those who stay have no need of goes along.
      const staying = Math.max(0, source.people - one.people);
      taken = Math.min(one.people, Math.max(0, source.served - staying));
      source.people -= one.people;
      source.served -= taken;
    }
    if (target) {
      // Whoever comes now has nothing of what was given to the others once too often.
      if (target.people > 0) target.served = Math.min(target.served, target.people);
      target.people += one.people;
      target.served += taken;
      if (source && (taken > 0 || rule.once_per === "family"))
        for (const handOut of source.handOuts) target.handOuts.add(handOut);
    }
  }
  return of;
}

export function due(
  items: ItemRule[],
  told: Told[],
  card: string,
  familyOf: (card: string) => string,
): Due[] {
  return items.map((rule) => {
    const { people, served, handOuts } = accounts(rule, told, familyOf)(card);
    const { subject: item, once_per } = rule;
    const isDue = once_per === "none" || handOuts.size === 0 || (once_per === "person" && served < people);
    const open = once_per === "person" && isDue ? people - served : people;
    return {
      item,
      once_per,
      is_due: isDue,
      quantity: once_per === "family" ? 1 : Math.min(MOST, Math.max(1, open)),
      given: [...handOuts].sort((a, b) => (a.at < b.at ? 1 : -1)),
    };
  });
}

/** The cards that decide what is due to one: its family's, and those of households that any of them came out of. */
export function cardsBehind(
  card: string,
  moves: Moved[],
  family: (card: string) => Iterable<string>,
): Set<string> {
  const found = new Set([card]);
  // A set is walked to its end, also where it grows on the way.
  for (const one of found) {
    for (const member of family(one)) found.add(member);
    for (const move of moves) if (move.target === one && move.source !== null) found.add(move.source);
  }
  return found;
}

/**
 * The cards of people who were given something: on their own card, or on a household's before they came out of it.
 * `firstGiven`: card to clock of what it was given first; `moves` in the order of clocks.
 */
export function served(
  firstGiven: ReadonlyMap<string, string>,
  moves: Iterable<Pick<Moved, "source" | "target"> & { clock: string }>,
): Set<string> {
  const since = new Map(firstGiven);
  for (const { clock, source, target } of moves) {
    if (source === null || target === null || since.has(target)) continue;
    if ((since.get(source) ?? clock) < clock) since.set(target, clock);
  }
  return new Set(since.keys());
}
