// The columns of every board: expected, on the plane, counted, registered, served, inside, left.

export interface BoardRow {
  expected: number | null;
  on_the_plane: number | null;
  counted: number;
  registered: number;
  served: number;
  inside: number;
  left: number;
}

/** Never below nobody: people whom nobody counted can leave too. */
export function inside(counted: number, known: number, left: number, leftUnseen: number): number {
  return Math.max(0, Math.max(counted, known) - left - leftUnseen);
}

export interface Claim {
  claim: "expected" | "on_the_plane";
  total: number;
  clock: string;
  id: string;
}

/** The newest word of each claim; others that were said before stay listed at the office. */
export function newestClaim(claims: Claim[], claim: Claim["claim"]): number | null {
  let newest: Claim | null = null;
  for (const c of claims) {
    if (c.claim !== claim) continue;
    if (!newest || c.clock > newest.clock || (c.clock === newest.clock && c.id > newest.id)) newest = c;
  }
  return newest?.total ?? null;
}

export interface BoardFacts {
  claims: Claim[];
  tallies: { counting: string; count: number }[];
  receptions: { subject: string; is_token: boolean; is_registered: boolean }[];
  peopleInTokens: number;
  servedReceptions: Set<string>;
  exits: { people: number }[];
  sweeps: { left_unseen: number }[];
}

export function isRegistered(r: {
  is_token?: unknown;
  by_card_only?: unknown;
  family_name?: unknown;
  given_names?: unknown;
}): boolean {
  return r.is_token !== true && (r.by_card_only === true || Boolean(r.family_name) || Boolean(r.given_names));
}

export function boardRow(facts: BoardFacts): BoardRow {
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const counted = sum(facts.tallies.filter((t) => t.counting === "count").map((t) => t.count));
  const persons = facts.receptions.filter((r) => !r.is_token);
  const left = sum(facts.exits.map((e) => e.people));
  const leftUnseen = sum(facts.sweeps.map((s) => s.left_unseen));
  return {
    expected: newestClaim(facts.claims, "expected"),
    on_the_plane: newestClaim(facts.claims, "on_the_plane"),
    counted,
    registered: persons.filter((r) => r.is_registered).length,
    served: facts.receptions.filter((r) => facts.servedReceptions.has(r.subject)).length,
    inside: inside(counted, persons.length + facts.peopleInTokens, left, leftUnseen),
    left,
  };
}
