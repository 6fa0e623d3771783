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

/** Who is inside, by number. Those of cards and those without one, less those who left unseen, are *inside*. */
export interface StillHere {
  cards: Record<string, number>;
  without_card: number;
  unseen: number;
}

/** The people whom *inside* of an arrival counts. */
export function stillHere(facts: BoardFacts): StillHere {
  const left = leftBy(facts.exits, facts.households);
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
  const cards: Record<string, number> = {};
  for (const one of facts.persons) if (!left.has(one)) cards[one] = 1;
  for (const [one, people] of facts.households) {
    const here = people - (left.get(one) ?? 0);
    if (here > 0) cards[one] = here;
  }
  const board = boardRow(facts);
  const without = Math.max(0, board.counted - facts.persons.size - sum(facts.households.values()));
  return {
    cards,
    without_card: without,
    unseen: sum(Object.values(cards)) + without - board.inside,
  };
}

/** Everybody in the hall counted again: how many were found, and per arrival how many the facts put inside then. */
export interface Sweep {
  found: number;
  inside: Record<string, number>;
}

/** How many left unseen: per arrival those who cannot be among the found, and how many more of any arrival. */
export interface Unseen {
  of: Record<string, number>;
  more: number;
}

/** Of each arrival its last sweep counts, never their sum: a later one tells anew who is there. Earliest first. */
export function leftUnseen(sweeps: Sweep[]): Unseen {
  const of: Record<string, number> = {};
  for (const { found, inside } of sweeps)
    for (const [arrival, n] of Object.entries(inside)) of[arrival] = Math.max(0, n - found);
  const newest = sweeps.at(-1) ?? { found: 0, inside: {} };
  const all = Object.values(newest.inside).reduce((a, b) => a + b, 0);
  const known = Object.keys(newest.inside).reduce((sum, arrival) => sum + of[arrival]!, 0);
  return { of, more: Math.max(0, all - newest.found) - known };
}

export function isRegistered(r: {
  is_token?: unknown;
  by_card_only?: unknown;
  family_name?: unknown;
  given_names?: unknown;
}): boolean {
  return r.is_token !== true && (r.by_card_only === true || Boolean(r.family_name) || Boolean(r.given_names));
}

/** Whoever holds a card or is registered; a card that was handed out and taken back leaves nobody. */
export function isSomebody(r: Parameters<typeof isRegistered>[0] & { card?: unknown }): boolean {
  return Boolean(r.card) || r.is_token === true || isRegistered(r);
}

/**
 * A person leaves once, however often it was told; a household leaves in parts, and never more of it than came, where two
 * tablets that did not hear each other let the same people go.
 */
export function leftBy(exits: BoardFacts["exits"], households: Map<string, number>): Map<string, number> {
  const left = new Map<string, number>();
  for (const { reception, people } of exits) {
    const of = households.get(reception);
    const told = (left.get(reception) ?? 0) + people;
    left.set(reception, of === undefined ? 1 : Math.min(Math.max(0, of), told));
  }
  return left;
}

export function boardRow(facts: BoardFacts): BoardRow {
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0);
  const counted = sum(facts.tallies.filter((t) => t.counting === "count").map((t) => t.count));
  const left = leftBy(facts.exits, facts.households);
  const known = facts.persons.size + sum(facts.households.values());
  // One card split at two tables at once: its people are fewer than the parts that left.
  const allLeft = Math.min(sum(left.values()), Math.max(counted, known));
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
