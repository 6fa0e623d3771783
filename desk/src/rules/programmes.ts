// Whom a programme is for, and which version of it holds on a day; decided as on the server.
import { ADULT_FROM, BABY_BELOW, GROUPS, type Group, type Groups, yearsBetween } from "./ages";

export type Per = "person" | "family" | "head";
export type Often = "once" | "arrival" | "hours" | "any";
export type Years = readonly [from: number, to: number];

/** What is given, an item's id or a currency; how much, in pieces or in hundredths of the currency; and how often. */
export interface Line {
  what: string;
  quantity: number;
  /** head: for each of a household's card, and for nobody who has a card of their own. */
  per: Per;
  often: Often;
  hours: number | null;
}

/** One published version of a programme; days and years are both included. */
export interface Version {
  programme: string;
  /** Clock and id of the fact: of two that begin on one day the later stands. */
  told: readonly [clock: string, id: string];
  since: string;
  until: string | null;
  sex: string | null;
  age_from: number | null;
  age_to: number | null;
  hows: readonly string[];
  with_voucher: boolean;
  gives: readonly Line[];
}

/** A card as programmes see it: no name. Of an age in dispute every answer; null: not known. */
export interface Person {
  /** The day of their arrival at the site, YYYY-MM-DD. */
  day: string;
  sex: string | null;
  ages: readonly Years[];
  how: string | null;
  arrival: string | null;
  is_token: boolean;
  /** Programmes for which a colleague gave a voucher. */
  vouchers: readonly string[];
}

const OLDEST = 130;
const ANY_AGE: Years = [0, OLDEST];
/** The years that somebody may have of whom nothing but this was seen. */
const AGES: Record<string, Years> = {
  baby: [0, BABY_BELOW - 1],
  child: [BABY_BELOW, ADULT_FROM - 1],
  adult: [ADULT_FROM, OLDEST],
};
/** Of the people of a household's card no more is known. */
const OF_GROUP: Record<Group, [sex: string | null, ages: Years]> = {
  woman: ["female", AGES.adult!],
  man: ["male", AGES.adult!],
  girl: ["female", AGES.child!],
  boy: ["male", AGES.child!],
  baby_girl: ["female", AGES.baby!],
  baby_boy: ["male", AGES.baby!],
  not_seen: [null, ANY_AGE],
};
/** Why a programme is not for somebody: where several are not, the first of these is said. */
export const NOT_FOR = ["sex", "age", "household", "arrival", "dates", "voucher"] as const;
export type NotForReason = (typeof NOT_FOR)[number];

interface Fit {
  whyNot: NotForReason | null;
  inDoubt: boolean;
}

/** An amount as it is told, in hundredths: "1250.5" are 125050. */
export function hundredths(amount: string): number {
  const [whole = "0", part = ""] = amount.split(".");
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

/** The same the other way: 125050 are "1250.50". */
export function amountOf(inHundredths: number): string {
  const part = String(inHundredths % 100).padStart(2, "0");
  return `${Math.floor(inHundredths / 100)}.${part}`;
}

/** Of each programme the version of a day, by programme: the one that began last, unless it has ended. */
export function inForce(versions: Iterable<Version>, day: string): Version[] {
  const newest = new Map<string, Version>();
  for (const one of versions) {
    if (one.since > day) continue;
    const before = newest.get(one.programme);
    if (!before || isAfter(one, before)) newest.set(one.programme, one);
  }
  return [...newest.values()]
    .sort((a, b) => (a.programme < b.programme ? -1 : 1))
    .filter((one) => one.until === null || day <= one.until);
}

function isAfter(one: Version, other: Version): boolean {
  if (one.since !== other.since) return one.since > other.since;
  return one.told[0] === other.told[0] ? one.told[1] > other.told[1] : one.told[0] > other.told[0];
}

/** What programmes have begun to give, also where they have ended: no longer everybody's by itself. */
export function governed(versions: Iterable<Version>, day: string): Set<string> {
  const found = new Set<string>();
  for (const one of versions) if (one.since <= day) for (const line of one.gives) found.add(line.what);
  return found;
}

/** Somebody's sex as it was said; null where nobody knows, or where two say otherwise. */
export function sexSeen(answers: Iterable<unknown>): string | null {
  const said = new Set([...answers].filter((one) => one === "female" || one === "male") as string[]);
  return said.size === 1 ? [...said][0]! : null;
}

/** The years that somebody may have on a day, by every answer: what was said goes before what was seen. */
export function agesSeen(births: unknown[], ages: unknown[], groups: unknown[], on: string): Years[] {
  const said = births.filter((one) => typeof one === "string").map((one) => yearsBetween(one, on));
  for (const one of ages) if (typeof one === "number") said.push(one);
  const found: Years[] = said.length
    ? [...new Set(said)].map((one) => [one, one] as const)
    : [...new Set(groups)].flatMap((one) => (typeof one === "string" && AGES[one] ? [AGES[one]] : []));
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return found.length ? found : [ANY_AGE];
}

function fits(version: Version, of: Person, sex: string | null, ages: readonly Years[]): Fit {
  const least = version.age_from ?? 0;
  const most = version.age_to ?? OLDEST;
  const not = (whyNot: NotForReason): Fit => ({ whyNot, inDoubt: false });
  // First: whoever has none learns nothing else of what a voucher is for.
  if (version.with_voucher && !of.vouchers.includes(version.programme)) return not("voucher");
  if (version.sex && sex !== null && sex !== version.sex) return not("sex");
  if (ages.every(([youngest, oldest]) => most < youngest || oldest < least)) return not("age");
  if (version.hows.length && of.how !== null && !version.hows.includes(of.how)) return not("arrival");
  const isOpen = ages.some(([youngest, oldest]) => youngest < least || most < oldest);
  const isUnknown = (version.sex && sex === null) || (version.hows.length > 0 && of.how === null);
  return { whyNot: null, inDoubt: isOpen || Boolean(isUnknown) };
}

function fitsGroup(version: Version, token: Person, group: Group): Fit {
  const [sex, ages] = OF_GROUP[group];
  return fits(version, token, sex, [ages]);
}

/** Whether a version is for somebody behind a card. What is not known excludes nobody. */
function fitsCard(version: Version, person: Person, heads: Groups): Fit {
  if (!person.is_token) return fits(version, person, person.sex, person.ages);
  const there = GROUPS.filter((group) => (heads[group] ?? 0) > 0);
  const found = (there.length ? there : (["not_seen"] as const)).map((one) =>
    fitsGroup(version, person, one),
  );
  const fitting = found.filter((one) => one.whyNot === null);
  if (fitting.length) return { whyNot: null, inDoubt: fitting.some((one) => one.inDoubt) };
  return found.reduce((a, b) => (rank(b.whyNot) < rank(a.whyNot) ? b : a));
}

const rank = (why: NotForReason | null) => NOT_FOR.indexOf(why ?? "sex");

/** What somebody is entitled to of one thing, before what was given is looked at. */
export interface Entitled {
  per: Per;
  often: Often;
  hours: number | null;
  /** For a card of its own, or for a family. */
  own: number;
  /** For each person of a group on a household's card. */
  each: Groups;
  programme: string | null;
  inDoubt: boolean;
  byVoucher: boolean;
}

/** Nothing of it is for them, and why. */
export interface NotFor {
  why: NotForReason;
  programme: string | null;
}

const ORDER: Often[] = ["once", "arrival", "hours", "any"];
const generosity = (line: Line) => ORDER.indexOf(line.often) * 10_000 - (line.hours ?? 0);

/** The first of the highest. */
function highest<T>(among: T[], by: (one: T) => number): T {
  return among.reduce((a, b) => (by(b) > by(a) ? b : a));
}

/**
 * What a card is entitled to of one thing that programmes give. `family`: everybody of it, this card too. Two programmes
 * that give the same thing to one person are one: the larger quantity, and what comes more often.
 */
export function entitled(
  what: string,
  versions: Iterable<Version>,
  person: Person,
  heads: Groups,
  family: { person: Person; heads: Groups }[],
): Entitled | NotFor {
  type Chosen = { line: Line; version: Version; inDoubt: boolean };
  const refused: NotFor[] = [];
  const own: Chosen[] = [];
  const shared: Chosen[] = [];
  const each: Groups = {};
  for (const version of inForce(versions, person.day)) {
    const { programme } = version;
    for (const line of version.gives) {
      if (line.what !== what) continue;
      if (line.per === "family") {
        const found = family.map((one) => fitsCard(version, one.person, one.heads));
        const fitting = found.filter((one) => one.whyNot === null);
        if (fitting.length) shared.push({ line, version, inDoubt: fitting.every((one) => one.inDoubt) });
        else for (const one of found) refused.push({ why: one.whyNot ?? "sex", programme });
        continue;
      }
      if (line.per === "head" && !person.is_token) {
        refused.push({ why: "household", programme });
        continue;
      }
      const fit = fitsCard(version, person, heads);
      if (fit.whyNot) {
        refused.push({ why: fit.whyNot, programme });
        continue;
      }
      own.push({ line, version, inDoubt: fit.inDoubt });
      for (const group of GROUPS)
        if (fitsGroup(version, person, group).whyNot === null)
          each[group] = Math.max(line.quantity, each[group] ?? 0);
    }
  }
  const chosen = own.length ? own : shared;
  if (!chosen.length) {
    refused.sort((a, b) => rank(a.why) - rank(b.why) || ((a.programme ?? "") < (b.programme ?? "") ? -1 : 1));
    return refused[0] ?? { why: "dates", programme: null };
  }
  const best = highest(chosen, (one) => (one.inDoubt ? 0 : 1e12) + one.line.quantity);
  const often = highest(chosen, (one) => generosity(one.line)).line;
  return {
    per: own.length ? "person" : "family",
    often: often.often,
    hours: often.hours,
    own: Math.max(...chosen.map((one) => one.line.quantity)),
    each,
    programme: best.version.programme,
    inDoubt: best.inDoubt,
    byVoucher: best.version.with_voucher,
  };
}

/** What no programme gives is for everybody, as the item itself says. */
export function ofEverybody(oncePer: "person" | "family" | "none"): Entitled {
  return {
    per: oncePer === "family" ? "family" : "person",
    often: oncePer === "none" ? "any" : "once",
    hours: null,
    own: 1,
    each: Object.fromEntries(GROUPS.map((group) => [group, 1])),
    programme: null,
    inDoubt: false,
    byVoucher: false,
  };
}
