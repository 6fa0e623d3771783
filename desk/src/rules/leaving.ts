// Nobody is held; but a child leaves with the adult recorded as carer, or by a release that two people answer for.

import { addGroups, adultsIn, childrenIn, type Groups } from "./ages";

export type How =
  | "own_way"
  | "own_wish"
  | "collected"
  | "on_a_trip"
  | "hospital"
  | "shelter"
  | "taken_by_authorities"
  | "died"
  | "left_unseen";

export const HOWS: How[] = [
  "own_wish",
  "own_way",
  "collected",
  "on_a_trip",
  "shelter",
  "hospital",
  "taken_by_authorities",
  "died",
];

export interface Leaving {
  reception: string;
  is_child: boolean;
  /** Child protection is asked first: a child's card, whatever age it says. */
  is_asked?: boolean;
  /** Every answer that stands about who cares for the child: more than one is no carer. */
  carers: string[];
  /** Of a household's card: who leaves with it. They decide, not what the card once stood for. */
  groups?: Groups;
}

/** A card that lets children go and neither a woman nor a man is a child's. */
function isAChild(one: Leaving): boolean {
  return one.groups ? childrenIn(one.groups) > 0 && adultsIn(one.groups) === 0 : one.is_child;
}

function hasAChild(one: Leaving): boolean {
  return one.is_asked || (one.groups ? childrenIn(one.groups) > 0 : one.is_child);
}

function hasAnAdult(one: Leaving): boolean {
  return !one.is_asked && (one.groups ? adultsIn(one.groups) > 0 : !one.is_child);
}

/** Who waits for nobody, the carer beside them or not: told at once, and looked at by morning. */
export const AT_ONCE: Partial<Record<How, Release["to"]>> = { hospital: "ambulance", died: "nobody" };

/** The cards of children among those leaving who need a release; an empty list means all may go at once. */
export function needRelease(leaving: Leaving[], how: How): string[] {
  if (AT_ONCE[how]) return leaving.filter(hasAChild).map((one) => one.reception);
  const adults = new Set(leaving.filter(hasAnAdult).map((one) => one.reception));
  return leaving
    .filter(
      (one) => one.is_asked || (isAChild(one) && !(one.carers.length === 1 && adults.has(one.carers[0]!))),
    )
    .map((one) => one.reception);
}

/** Whoever may not look for people sees no family and no carer: a child is a colleague's, whoever goes along. */
export function isAColleagues(leaving: Leaving[], mayFind: boolean): boolean {
  return !mayFind && leaving.some(hasAChild);
}

/** How many children of a household stay when its last adults leave. Nobody is held for it; it is said. */
export function childrenStayingAlone(here: Groups, leaving: Groups): number {
  const staying = addGroups(here, leaving, -1);
  return adultsIn(leaving) > 0 && adultsIn(staying) <= 0 ? Math.max(0, childrenIn(staying)) : 0;
}

export interface Release {
  to: "adult" | "service" | "ambulance" | "nobody";
  name: string;
  second_worker: string | null;
  code_hash: string | null;
  /** A paper or a service card was seen. */
  identity_seen: boolean;
  /** By child, what child protection wrote down about whoever takes them. */
  came_for: Record<string, string>;
  /** Why siblings part. */
  reason: string;
}

export type ReleaseGap = "name" | "second_person" | "authorised" | "identity";

/** What is still missing before the release of a child can be told; `lacks`: of each child, by releaseLacks. */
export function missingFor(
  release: Release,
  worker: string | null,
  lacks: ("authorised" | "identity" | null)[] = [],
): ReleaseGap[] {
  if (release.to === "ambulance" || release.to === "nobody") return [];
  const gaps = new Set<ReleaseGap>(lacks.filter((one) => one !== null));
  if (!release.name.trim()) gaps.add("name");
  const second = release.second_worker !== null && release.second_worker !== worker;
  if (!second && !release.code_hash) gaps.add("second_person");
  return [...gaps];
}

/** As the office makes it: letters large, nothing between them. */
export function plainCode(code: string): string {
  return code.toUpperCase().replace(/[^0-9A-Z]/g, "");
}

export async function hashOfCode(code: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(plainCode(code)));
  return Array.from(new Uint8Array(digest), (b) => b.toString(16).padStart(2, "0")).join("");
}

export type CodeState = "right" | "unknown" | "used";

export function codeState(
  hash: string,
  codes: Iterable<{ code_hash: string }>,
  releases: Iterable<{ code_hash?: unknown }>,
): CodeState {
  for (const release of releases) if (release.code_hash === hash) return "used";
  for (const code of codes) if (code.code_hash === hash) return "right";
  return "unknown";
}
