// One card for several people: how many of whom stand behind it, so that nobody appears or vanishes when it is split.
import { addGroups, GROUPS, type Groups } from "./ages";

export interface Move {
  source?: unknown;
  target?: unknown;
  groups: Groups;
}

export function peopleOf(token: string, moves: Iterable<Move>): Groups {
  let people: Groups = {};
  for (const move of moves) {
    if (move.target === move.source) continue;
    if (move.target === token) people = addGroups(people, move.groups);
    if (move.source === token) people = addGroups(people, move.groups, -1);
  }
  return people;
}

/** Whether two households are of the same people, as far as they are seen; nobody is like nobody. */
export function areAlike(a: Groups, b: Groups): boolean {
  return (
    GROUPS.some((group) => (a[group] ?? 0) > 0) &&
    GROUPS.every((group) => (a[group] ?? 0) === (b[group] ?? 0))
  );
}

/** Nobody can be moved out of a household who is not in it. */
export function canMove(from: Groups, moved: Groups): boolean {
  return GROUPS.every(
    (group) => (moved[group] ?? 0) >= 0 && (moved[group] ?? 0) <= Math.max(0, from[group] ?? 0),
  );
}
