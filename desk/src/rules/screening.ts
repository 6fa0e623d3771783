// Who has to be seen, and how soon: decided as the server decides (contracts/vectors/rules.json).
import type { AgeGroup } from "./ages";

export const COLOURS = ["red", "orange", "yellow", "green"] as const;
export type Colour = (typeof COLOURS)[number];

/** Every colour has a shape beside its word. */
export const SHAPES: Record<Colour, string> = { red: "■", orange: "▲", yellow: "●", green: "◆" };

/** Minutes within which somebody who can help is there. */
export const TARGET: Partial<Record<Colour, number>> = { red: 10, orange: 60 };
const HEALTH_BEFORE = 3;

/** A colour, since when, and since when somebody waits for one who can help; null: they do not. Times in ms. */
export interface Standing {
  colour: Colour;
  since: number;
  waitingSince: number | null;
}

/** The colour that stands of those told, in the order of the clock; null: not yet looked at. */
export function standing(told: [Colour, number][], seen: number[]): Standing | null {
  const last = told.at(-1);
  if (!last) return null;
  let [colour, since] = last;
  // Said again, a colour keeps its time: it was not forgotten, only the place is another.
  for (const [before, at] of [...told].reverse()) {
    if (before !== colour) break;
    since = Math.min(since, at);
  }
  const isWaiting = colour in TARGET && !seen.some((at) => at >= since);
  return { colour, since, waitingSince: isWaiting ? since : null };
}

/** Children under three and pregnant women are seen by health by rule, whatever anybody thinks of it. */
export function stopsAtHealth(years: number | null, group: AgeGroup | null, tags: Iterable<string>): boolean {
  if ([...tags].includes("pregnant")) return true;
  return years === null ? group === "baby" : years < HEALTH_BEFORE;
}

export const DECISIONS = ["was_seen", "referred", "own_wish"] as const;
export type Decision = (typeof DECISIONS)[number];

/**
 * The last word at the door asks for a decision about red, orange and who stops at health, until one was taken.
 * `stops`: health sees them by rule, and has not yet. `isAsked`: health found that they should not travel; each time they
 * are about to, it is decided anew, until health says otherwise.
 */
export function needsDecision(
  colour: Colour | null,
  stops: boolean,
  isAsked: boolean,
  decisions: Iterable<unknown>,
): boolean {
  return isAsked || ((stops || (colour !== null && colour in TARGET)) && ![...decisions].some(Boolean));
}

/** Whether the answers to a health check say that somebody should not travel; null: nothing of it. */
export function shouldNotTravel(answers: Record<string, string>): boolean | null {
  const said = Object.entries(answers).find(([path]) => path.split("/").at(-1) === "fit_to_travel")?.[1];
  return said === undefined ? null : said === "no";
}

/** Observed needs, by the wall that they stand behind: what is seen goes to those who act on it. */
export const NEEDS = {
  health: [
    "pregnant",
    "breastfeeding",
    "injured",
    "ill",
    "cannot_walk",
    "cannot_see",
    "cannot_hear",
    "frail",
  ],
  child: ["alone", "with_other_relatives", "looks_after_children", "infant_in_distress", "afraid_of_adult"],
  protection: ["in_distress", "afraid", "nowhere_to_sleep", "speaks_no_creole", "alone_with_children"],
} as const;
export type NeedWall = keyof typeof NEEDS;
