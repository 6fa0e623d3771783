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

/** What was told about one arrival; receptions are those that cards stand for now, replacements seen through. */
export interface BoardFacts {
  claims: Claim[];
  tallies: { counting: string; count: number }[];
  persons: Set<string>;
  registered: Set<string>;
  /** Household token, and everybody who came with it, those who have left since included. */
  households: Map<string, number>;
  served: Set<string>;
  exits: { reception: string; people: number }[];
  left_unseen: number;
}

export function isRegistered(r: {
  is_token?: unknown;
  by_card_only?: unknown;
  family_name?: unknown;
  given_names?: unknown;
}): boolean {
  return r.is_token !== true && (r.by_card_only === true || Boolean(r.family_name) || Boolean(r.given_names));
}

/** A person leaves once, however often it was told; a household leaves in parts. */
export function leftBy(exits: BoardFacts["exits"], households: Map<string, number>): Map<string, number> {
  const left = new Map<string, number>();
  for (const { reception, people } of exits) {
    left.set(reception, households.has(reception) ? (left.get(reception) ?? 0) + people : 1);
  }
  return left;
}

export function boardRow(facts: BoardFacts): BoardRow {
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
  const counted = sum(facts.tallies.filter((t) => t.counting === "count").map((t) => t.count));
  const left = leftBy(facts.exits, facts.households);
  const allLeft = sum(left.values());
  const known = facts.persons.size + sum(facts.households.values());
  const served = [...facts.served];
  return {
    expected: newestClaim(facts.claims, "expected"),
    on_the_plane: newestClaim(facts.claims, "on_the_plane"),
    counted,
    registered: [...facts.registered].filter((r) => facts.persons.has(r)).length,
    // What is given to a household's card serves everybody who came with it.
    served: sum(served.map((r) => (facts.persons.has(r) ? 1 : (facts.households.get(r) ?? 0)))),
    inside: inside(counted, known, allLeft, facts.left_unseen),
    left: allLeft,
  };
}
