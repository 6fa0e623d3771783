// The lanes of this site, and who waits outside of them.
import { type Outside, waitingOutside } from "../rules/lanes";
import { useState } from "../the_journal";
import { entries, folded, record } from "./rows";

/** None: people come through one way. */
export const lanes = folded(
  () => record<{ lanes: string[] | null }>("access.site", useState().site?.id)?.lanes ?? [],
);

/** The last counts of those who wait outside the site, of each lane; null where nobody counted. */
export const outsideNow = folded(() => {
  const site = useState().site?.id;
  const counts = entries<Omit<Outside, "id" | "clock">>("arrivals.waiting_outside")
    .filter((row) => row.subject === site)
    .map((row) => ({ ...row, lane: row.lane ?? null }));
  const stand = waitingOutside(counts);
  if (!stand.length) return null;
  return {
    people: stand.reduce((sum, one) => sum + one.people, 0),
    at: stand
      .map((one) => one.at)
      .sort()
      .at(-1)!,
    of: (lane: string | null) => stand.find((one) => one.lane === lane)?.people ?? null,
  };
});
