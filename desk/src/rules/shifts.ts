// A flow on foot goes on by shift: the shifts that one follows, as far back as tablets keep them.

export const CARRIED_FOR_MS = 48 * 3_600_000;

/** The shifts before this one, the nearest first. `follows` and `began` are by shift; moments in milliseconds. */
export function shiftsBefore(
  shift: string,
  follows: (shift: string) => string | null | undefined,
  began: (shift: string) => number | undefined,
  now: number,
): string[] {
  const found: string[] = [];
  for (
    let before = follows(shift);
    before && before !== shift && !found.includes(before);
    before = follows(before)
  ) {
    const at = began(before);
    if (at === undefined || now - at > CARRIED_FOR_MS) break;
    found.push(before);
  }
  return found;
}
