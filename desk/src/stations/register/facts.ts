// What registering tells: one person on one screen, or a family with a row each; only what changed is told.
import { LIMITS } from "../../contracts/limits.gen";
import type { Draft } from "../../journal/api";
import type { LineFields } from "../../reading/arrivals";
import { type Card, introduce } from "../../reading/cards";
import type { Reception } from "../../reading/people";
import { type AgeGroup, ageGroupFor, ageGroupOf, isChild, type Sex, yearsBetween } from "../../rules/ages";

/** What the worker typed and tapped; empty means not asked, and not told. */
export interface Person {
  sex: Sex | null;
  age_group: AgeGroup | null;
  age: string;
  birth_on: string;
  is_about: boolean;
  family_name: string;
  given_names: string;
  by_card_only: boolean;
  languages: string[];
  family: string | null;
  destination: string | null;
  line: string | null;
}

export function nobody(): Person {
  return {
    sex: null,
    age_group: null,
    age: "",
    birth_on: "",
    is_about: false,
    family_name: "",
    given_names: "",
    by_card_only: false,
    languages: [],
    family: null,
    destination: null,
    line: null,
  };
}

export function personFrom(row: Reception | null): Person {
  if (!row) return nobody();
  return {
    sex: row.sex,
    age_group: row.age_group,
    age: row.age === null ? "" : String(row.age),
    birth_on: row.birth_on ?? "",
    is_about: row.is_about === true,
    family_name: row.family_name ?? "",
    given_names: row.given_names ?? "",
    by_card_only: row.by_card_only === true,
    languages: [...(row.languages ?? [])],
    family: row.family,
    destination: row.destination,
    line: row.line,
  };
}

/** A line of the list that was recognised fills what the list claims; the worker can change every field. */
export function fillFromLine(person: Person, line: LineFields & { subject: string }, today: string): void {
  person.family_name = line.family_name ?? "";
  person.given_names = line.given_names ?? "";
  person.by_card_only = false;
  person.line = line.subject;
  if (line.sex === "female" || line.sex === "male") person.sex = line.sex;
  if (line.birth_on) person.birth_on = line.birth_on;
  else if (line.age !== null) person.age = String(line.age);
  const years = line.birth_on ? yearsBetween(line.birth_on, today) : line.age;
  if (years !== null) person.age_group = ageGroupFor(years);
}

const { age: MOST_YEARS, birth_on: FIRST_BIRTH } = LIMITS["people.reception"];

export function yearsTyped(person: Person): number | null {
  return /^\d{1,3}$/.test(person.age) && Number(person.age) <= MOST_YEARS ? Number(person.age) : null;
}

/** Which of the two cannot be: nothing is told before it is mended. */
export function ageTrouble(person: Person, today: string): "age" | "birth_on" | null {
  if (person.birth_on) return person.birth_on < FIRST_BIRTH || person.birth_on > today ? "birth_on" : null;
  return person.age.trim() && yearsTyped(person) === null ? "age" : null;
}

export function isMinor(person: Person, today: string): boolean {
  return isChild({ age: yearsTyped(person), birth_on: person.birth_on, age_group: person.age_group }, today);
}

/** The body of the fact: what the fields mean, without what was left empty and never told before. */
export function bodyOf(person: Person, before: Reception | null, today: string): Record<string, unknown> {
  const age = person.birth_on ? null : yearsTyped(person);
  const age_group =
    ageGroupOf({ age, birth_on: person.birth_on || null, age_group: person.age_group }, today) ?? null;
  const hasAge = age !== null || person.birth_on !== "";
  const now: Record<string, unknown> = {
    sex: person.sex,
    age_group,
    age,
    birth_on: person.birth_on || null,
    is_about: hasAge ? person.is_about : null,
    family_name: person.family_name.trim() || null,
    given_names: person.given_names.trim() || null,
    by_card_only: person.by_card_only || null,
    languages: person.languages.length ? person.languages : null,
    family: person.family,
    destination: person.destination,
    line: person.line,
  };
  return Object.fromEntries(
    Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(before?.[field] ?? null),
    ),
  );
}

export interface Registering {
  card: Card;
  person: Person;
  before: Reception | null;
  arrivals: string[];
}

/** One fact a person; card and roll go with the first word about them. */
export function register(one: Registering, today: string): Draft[] {
  const body = { ...introduce(one.card)[0]?.body, ...bodyOf(one.person, one.before, today) };
  if (Object.keys(body).length === 0) return [];
  return [{ kind: "people.reception", subject: one.card.reception, body, arrivals: one.arrivals }];
}

/** Null: nobody is recorded any more. */
export function carer(child: string, adult: string | null, arrivals: string[]): Draft {
  return { kind: "children.carer", subject: child, body: { carer: adult }, arrivals };
}

/** A family in one batch: all belong to the first card's family, the children to the adult who was chosen. */
export function registerFamily(
  members: Registering[],
  family: string,
  carerOfChildren: string | null,
  today: string,
): Draft[] {
  return members.flatMap((member) => {
    const id = member.card.reception;
    const person = { ...member.person, family: family === id ? member.person.family : family };
    const told = register({ ...member, person }, today);
    const looked = carerOfChildren && carerOfChildren !== id && isMinor(person, today);
    return looked ? [...told, carer(id, carerOfChildren, member.arrivals)] : told;
  });
}
