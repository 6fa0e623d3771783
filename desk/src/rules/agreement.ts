// Two people count at one door: how far they agree, figure by figure.
import { GROUPS, type Group } from "./ages";

export interface Tally {
  group: Group;
  count: number;
  counting: "count" | "check";
  door: string;
}

export interface Agreement {
  count: number;
  check: number;
  differs: { group: Group; count: number; check: number }[];
}

export function agreement(tallies: Iterable<Tally>, door: string): Agreement {
  const sums = { count: new Map<Group, number>(), check: new Map<Group, number>() };
  for (const tally of tallies) {
    if (tally.door !== door) continue;
    const side = tally.counting === "check" ? sums.check : sums.count;
    side.set(tally.group, (side.get(tally.group) ?? 0) + tally.count);
  }
  const total = (side: Map<Group, number>) => [...side.values()].reduce((a, b) => a + b, 0);
  return {
    count: total(sums.count),
    check: total(sums.check),
    differs: GROUPS.map((group) => ({
      group,
      count: sums.count.get(group) ?? 0,
      check: sums.check.get(group) ?? 0,
    })).filter((row) => row.count !== row.check),
  };
}
