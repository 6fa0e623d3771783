// What a card may still be given and why, and what it, its family or the household it came out of already have.
import { addGroups, type Groups } from "./ages";
import {
  type Entitled,
  entitled,
  governed,
  type NotFor,
  type NotForReason,
  type Often,
  ofEverybody,
  type Per,
  type Person,
  type Version,
} from "./programmes";

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
  groups: Groups;
}

/** In the order in which it was said. */
export type Told = HandOut | Moved;

/** Everything that decides what is due. */
export interface Known {
  items: ItemRule[];
  told: Told[];
  person: (card: string) => Person | null;
  familyOf: (card: string) => string;
  /** Everybody of a card's family, this card too. */
  membersOf: (card: string) => Iterable<string>;
  versions: Version[];
}

export type Why =
  | "everybody"
  | "programme"
  | "voucher"
  | "in_doubt"
  | "rest"
  | "again"
  | "had_it"
  | "not_yet"
  | NotForReason;

export interface Due {
  /** An item's id, or a currency: then quantity is in hundredths. */
  item: string;
  per: Per;
  often: Often;
  is_due: boolean;
  /** For as many people it is due; where it is not, how many one would give. */
  quantity: number;
  /** Why, or why not, as a sentence's key. A voucher never says what it was given for. */
  why: Why;
  programme: string | null;
  hours: number | null;
  /** Until when it is not yet due again, in milliseconds. */
  at: number | null;
  /** What stands in the way, and what was given before; newest first. */
  given: HandOut[];
}

interface Account {
  entitled: number;
  served: number;
  handOuts: Set<HandOut>;
}

/** The declaration allows 100 at once. */
const MOST = 100;
const HOUR = 3_600_000;

/** A line that gives money names a currency instead of an item. */
export function isCash(what: string): boolean {
  return /^[A-Z]{3}$/.test(what);
}

/** How many of each group stand behind a household's card; null: nobody was ever counted. */
function headsOf(told: Told[], card: string): Groups | null {
  let found: Groups | null = null;
  for (const one of told) {
    if ("item" in one || one.source === one.target) continue;
    if (one.target === card) found = addGroups(found ?? {}, one.groups);
    if (one.source === card) found = addGroups(found ?? {}, one.groups, -1);
  }
  return found;
}

function unitsOf(each: Groups, groups: Groups): number {
  let units = 0;
  for (const [group, n] of Object.entries(groups)) units += (each[group as keyof Groups] ?? 0) * (n ?? 0);
  return units;
}

/** What was given of one thing to a card, or to its family; only what was given after `since`, where named. */
function accountOf(
  known: Known,
  personOf: (card: string) => Person,
  card: string,
  what: string,
  to: Entitled,
  since: number | null,
): Account {
  const found = new Map<string, Account>();
  const of = (one: string): Account => {
    let key = one;
    if (to.per === "family") {
      key = known.familyOf(one);
      if (to.often === "arrival") key += ` ${personOf(one).arrival}`;
    }
    let account = found.get(key);
    if (!account) {
      account = { entitled: 0, served: 0, handOuts: new Set() };
      found.set(key, account);
    }
    return account;
  };
  for (const one of known.told) {
    if ("item" in one) {
      if (one.item !== what || (since !== null && Date.parse(one.at) <= since)) continue;
      const account = of(one.subject);
      account.served += one.quantity;
      account.handOuts.add(one);
      continue;
    }
    const source = one.source === null ? null : of(one.source);
    const target = one.target === null ? null : of(one.target);
    if (source === target) continue;
    const units = unitsOf(to.each, one.groups);
    let taken = 0;
    if (source) {
      // What was given stays with the card: only what those who stay have no need of goes along.
      const staying = Math.max(0, source.entitled - units);
      taken = Math.min(units, Math.max(0, source.served - staying));
      source.entitled -= units;
      source.served -= taken;
    }
    if (target) {
      // Whoever comes now has nothing of what was given to the others once too often.
      if (target.entitled > 0) target.served = Math.min(target.served, target.entitled);
      target.entitled += units;
      target.served += taken;
      if (source && (taken > 0 || to.per === "family"))
        for (const handOut of source.handOuts) target.handOuts.add(handOut);
    }
  }
  return of(card);
}

const ANYBODY: Omit<Person, "is_token"> = {
  // Told of nowhere yet: a day before every programme, so that only what is everybody's is due.
  day: "",
  sex: null,
  ages: [[0, 130]],
  how: null,
  arrival: null,
  vouchers: [],
};

/** What is due to a card, per item, and per currency of cash. */
export function due(known: Known, card: string, now: number): Due[] {
  const heads = new Map<string, Groups | null>();
  const headsOfCard = (one: string): Groups | null => {
    if (!heads.has(one)) heads.set(one, headsOf(known.told, one));
    return heads.get(one) ?? null;
  };
  const personOf = (one: string): Person =>
    known.person(one) ?? { ...ANYBODY, is_token: Object.keys(headsOfCard(one) ?? {}).length > 0 };
  const me = personOf(card);
  const byProgramme = governed(known.versions, me.day);
  const family = [...known.membersOf(card)].map((one) => ({
    person: personOf(one),
    heads: headsOfCard(one) ?? {},
  }));
  const oncePer = new Map(known.items.map((item) => [item.subject, item.once_per]));
  const all = [...oncePer.keys(), ...[...byProgramme].filter(isCash).sort()];
  return all.map((what) => {
    const to = byProgramme.has(what)
      ? entitled(what, known.versions, me, headsOfCard(card) ?? {}, family)
      : ofEverybody(oncePer.get(what) ?? "none");
    return dueOf(known, personOf, card, what, to, headsOfCard(card), now);
  });
}

function dueOf(
  known: Known,
  personOf: (card: string) => Person,
  card: string,
  what: string,
  to: Entitled | NotFor,
  heads: Groups | null,
  now: number,
): Due {
  const newestFirst = (account: Account) =>
    [...account.handOuts].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1));
  if ("why" in to) {
    const account = accountOf(known, personOf, card, what, ofEverybody("person"), null);
    return {
      item: what,
      per: "person",
      often: "once",
      is_due: false,
      quantity: 1,
      why: to.why,
      programme: to.programme,
      hours: null,
      at: null,
      given: newestFirst(account),
    };
  }
  const since = to.often === "hours" ? now - (to.hours ?? 0) * HOUR : null;
  const account = accountOf(known, personOf, card, what, to, since);
  const before = since === null ? account : accountOf(known, personOf, card, what, to, null);
  let whole = to.own;
  let served = account.served;
  if (to.per === "family") served = [...account.handOuts].reduce((sum, one) => sum + one.quantity, 0);
  else if (heads && personOf(card).is_token) whole = Math.max(0, unitsOf(to.each, heads));
  const left = to.often === "any" ? whole : Math.max(0, whole - served);
  const isDue = left > 0;
  const quantity = Math.max(1, isDue ? left : whole);
  const first = Math.min(...[...account.handOuts].map((one) => Date.parse(one.at)));
  return {
    item: what,
    per: to.per,
    often: to.often,
    is_due: isDue,
    quantity: isCash(what) ? quantity : Math.min(MOST, quantity),
    why: whyOf(to, isDue, account.handOuts.size > 0, before.handOuts.size > 0),
    programme: to.programme,
    hours: to.hours,
    at: !isDue && since !== null && account.handOuts.size > 0 ? first + (to.hours ?? 0) * HOUR : null,
    given: newestFirst(before),
  };
}

function whyOf(to: Entitled, isDue: boolean, hasSome: boolean, hadSome: boolean): Why {
  if (!isDue) return to.often === "hours" ? "not_yet" : "had_it";
  if (hasSome && to.often !== "any") return "rest";
  if (hadSome && to.often === "hours") return "again";
  if (to.inDoubt) return "in_doubt";
  if (to.byVoucher) return "voucher";
  return to.programme ? "programme" : "everybody";
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
