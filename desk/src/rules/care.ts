// Which child is alone, who is with them, and who may take them: decided as the server decides (contracts/vectors/rules.json).

/** Adults who answer for a child by law or custom (Inter-agency Guiding Principles). */
const ANSWERS_FOR = ["parent", "guardian", "usual_carer"] as const;
export const RELATIONS = [...ANSWERS_FOR, "relative", "no_relative", "nobody"] as const;
/** So long may nobody be with a child before those who act on it hear of it. */
export const ALARM_AFTER_MS = 5 * 60_000;
const CONTACTS = 2;

export type Situation = "adult" | "unaccompanied" | "separated" | "accompanied" | "in_question" | "not_known";

/** Who is with the child, by child protection; before it came, what was seen goes before what was recorded at Register. */
export function situation(
  isChild: boolean,
  relation: string | null,
  isRefused: boolean,
  tags: Iterable<string>,
  carers: number,
): Situation {
  if (!isChild) return "adult";
  if (carers > 1) return "in_question";
  const seen = new Set(tags);
  if (relation !== null) {
    // A parent who refuses is no family.
    if ((ANSWERS_FOR as readonly string[]).includes(relation))
      return isRefused ? "unaccompanied" : "accompanied";
    return relation === "relative" ? "separated" : "unaccompanied";
  }
  if (seen.has("alone")) return "unaccompanied";
  if (seen.has("with_other_relatives")) return "separated";
  return carers > 0 ? "accompanied" : "not_known";
}

/** Of nobody, but of a child who is alone and cannot say their name, once they or whoever answers for them said yes. */
export function mayPhotograph(of: Situation, saysName: boolean | null, answer: string | null): boolean {
  return of === "unaccompanied" && saysName === false && answer === "yes";
}

/** One word about a child, in the order of the clock: a hold, or (is_asked) ask first or not. Times in ms. */
export interface Said {
  at: number;
  by: string | null;
  holder: string | null;
  place: Place | null;
  by_pin: boolean;
  is_asked: boolean | null;
}
export type Place = "hall" | "space";

export interface Care {
  /** Somebody has to be with the child. */
  is_held: boolean;
  /** Child protection is asked first. */
  is_asked: boolean;
  holder: string | null;
  place: Place | null;
  since: number | null;
}
export const NO_CARE: Care = { is_held: false, is_asked: false, holder: null, place: null, since: null };

/**
 * What stands of all that was said. Nobody is given a child who did not take them: another's name counts only with that
 * worker's PIN. Where nobody takes over, whoever was with the child still is. Only child protection ends it.
 */
export function care(told: Said[]): Care {
  let now = NO_CARE;
  for (const one of told) {
    if (one.is_asked === false) now = NO_CARE;
    else if (one.is_asked) now = { ...now, is_asked: true };
    else if (one.holder === null) {
      if (!now.is_held) now = { is_held: true, is_asked: true, holder: null, place: null, since: one.at };
    } else if (one.by_pin || one.holder === one.by) {
      const since = one.holder === now.holder ? now.since : one.at;
      now = { is_held: true, is_asked: true, holder: one.holder, place: one.place, since };
    }
  }
  return now;
}

/** Since when nobody is with a child who needs somebody; a worker who has left the site is nobody. */
export function unheldSince(now: Care, here: Iterable<string>): number | null {
  const isWithSomebody = now.holder !== null && [...here].includes(now.holder);
  return now.is_held && !isWithSomebody ? now.since : null;
}

export function isAlarm(since: number | null, at: number): boolean {
  return since !== null && at - since >= ALARM_AFTER_MS;
}

/** Siblings stay together: the child and those of the same family who are held too. */
export function heldTogether(
  child: string,
  familyOf: (id: string) => string,
  held: Iterable<string>,
): string[] {
  const family = familyOf(child);
  return [...new Set([child, ...[...held].filter((one) => familyOf(one) === family)])].sort();
}

/** Who came for a child, as child protection wrote it down. */
export interface Came {
  outcome: "may_take" | "turned_away" | "waits";
  identity: "seen" | "none" | "differs";
  child_knows: boolean | null;
  answers_agree: boolean | null;
  contacts: string[] | null;
  decision: string | null;
}

/** A paper was seen; or, in writing: the child knows them, the answers agree, and two people were asked. */
export function settlesIdentity(came: Came): boolean {
  if (came.identity === "seen") return true;
  return Boolean(
    came.identity === "none" &&
      came.child_knows &&
      came.answers_agree &&
      (came.contacts ?? []).filter((one) => one.trim()).length >= CONTACTS &&
      came.decision?.trim(),
  );
}

/** What a release to an adult or a service still needs; null: nothing. */
export function releaseLacks(
  isAsked: boolean,
  identitySeen: boolean | null,
  came: Came | null,
): "authorised" | "identity" | null {
  const isAuthorised = came?.outcome === "may_take";
  if (!isAuthorised && (isAsked || came)) return "authorised";
  return identitySeen || (came && settlesIdentity(came)) ? null : "identity";
}
