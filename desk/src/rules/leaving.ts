// Nobody is held; but a child leaves with the adult recorded as carer, or by a release that two people answer for.

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
  /** Every answer that stands about who cares for the child: more than one is no carer. */
  carers: string[];
}

/** The children among those leaving who need a release; an empty list means all may go at once. */
export function needRelease(leaving: Leaving[], how: How): string[] {
  const adults = new Set(leaving.filter((p) => !p.is_child).map((p) => p.reception));
  // An ambulance goes at once, even with the carer aboard: the release is told beside it and reviewed by morning.
  return leaving
    .filter((p) => p.is_child)
    .filter((p) => how === "hospital" || !(p.carers.length === 1 && adults.has(p.carers[0]!)))
    .map((p) => p.reception);
}

export interface Release {
  to: "adult" | "service" | "ambulance";
  name: string;
  second_worker: string | null;
  code_hash: string | null;
}

export type ReleaseGap = "name" | "second_person";

/** What is still missing before the release of a child can be told. */
export function missingFor(release: Release, worker: string | null): ReleaseGap[] {
  if (release.to === "ambulance") return [];
  const gaps: ReleaseGap[] = [];
  if (!release.name.trim()) gaps.push("name");
  const second = release.second_worker !== null && release.second_worker !== worker;
  if (!second && !release.code_hash) gaps.push("second_person");
  return gaps;
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
