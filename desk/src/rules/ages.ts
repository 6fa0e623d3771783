// Who counts as a child or a baby, and which of the seven figures a person belongs to.

export const GROUPS = ["woman", "man", "girl", "boy", "baby_girl", "baby_boy", "not_seen"] as const;
export type Group = (typeof GROUPS)[number];
export type AgeGroup = "adult" | "child" | "baby";
export type Sex = "female" | "male" | "unknown";
export type Groups = Partial<Record<Group, number>>;

export const ADULT_FROM = 18;
/** Carried in arms, and every child under two at the health check. */
export const BABY_BELOW = 2;

const SEX_AND_AGE: Record<Exclude<Group, "not_seen">, { sex: Sex; age_group: AgeGroup }> = {
  woman: { sex: "female", age_group: "adult" },
  man: { sex: "male", age_group: "adult" },
  girl: { sex: "female", age_group: "child" },
  boy: { sex: "male", age_group: "child" },
  baby_girl: { sex: "female", age_group: "baby" },
  baby_boy: { sex: "male", age_group: "baby" },
};

export function sexAndAge(group: Group): { sex?: Sex; age_group?: AgeGroup } {
  return group === "not_seen" ? {} : SEX_AND_AGE[group];
}

export function groupOf(sex: unknown, ageGroup: AgeGroup | null): Group {
  for (const group of Object.keys(SEX_AND_AGE) as (keyof typeof SEX_AND_AGE)[]) {
    if (SEX_AND_AGE[group].sex === sex && SEX_AND_AGE[group].age_group === ageGroup) return group;
  }
  return "not_seen";
}

/** Whole years between two days, both as YYYY-MM-DD. */
export function yearsBetween(bornOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

export interface Aged {
  age_group?: unknown;
  age?: unknown;
  birth_on?: unknown;
}

export function ageOf(person: Aged, today: string): number | null {
  if (typeof person.birth_on === "string" && person.birth_on) return yearsBetween(person.birth_on, today);
  return typeof person.age === "number" ? person.age : null;
}

export function ageGroupFor(years: number): AgeGroup {
  if (years < BABY_BELOW) return "baby";
  return years < ADULT_FROM ? "child" : "adult";
}

/** What was said of the age goes before the figure that was tapped. */
export function ageGroupOf(person: Aged, today: string): AgeGroup | null {
  const years = ageOf(person, today);
  if (years !== null) return ageGroupFor(years);
  const told = person.age_group;
  return told === "adult" || told === "child" || told === "baby" ? told : null;
}

/** Under 18, or seen as a child or a baby where no age is known. */
export function isChild(person: Aged, today: string): boolean {
  const years = ageOf(person, today);
  if (years !== null) return years < ADULT_FROM;
  return person.age_group === "child" || person.age_group === "baby";
}

/** An age in dispute is a child's: of several answers one under 18 is enough. */
export function countsAsChild(ages: (number | null)[], groups: unknown[], isDisputed = false): boolean {
  const known = ages.filter((age) => age !== null);
  if (isDisputed) return true;
  return known.length
    ? known.some((age) => age < ADULT_FROM)
    : groups.some((one) => one === "child" || one === "baby");
}

export function sumOf(groups: Groups): number {
  return Object.values(groups).reduce((sum, n) => sum + (n ?? 0), 0);
}

export function adultsIn(groups: Groups): number {
  return (groups.woman ?? 0) + (groups.man ?? 0);
}

export function childrenIn(groups: Groups): number {
  return (groups.girl ?? 0) + (groups.boy ?? 0) + (groups.baby_girl ?? 0) + (groups.baby_boy ?? 0);
}

export function addGroups(a: Groups, b: Groups, sign: 1 | -1 = 1): Groups {
  const sum: Groups = { ...a };
  for (const group of GROUPS) {
    const n = (a[group] ?? 0) + sign * (b[group] ?? 0);
    if (n !== 0) sum[group] = n;
    else delete sum[group];
  }
  return sum;
}
