// What is told while the hall is paused: who was seen at the other place.
import type { Draft } from "../../journal/api";
import { scopeOf } from "../../reading/arrivals";
import { reception } from "../../reading/people";

/** The holder of a card, or so many of a household. */
export const seenThere = (id: string, pause: string, people = 1): Draft => ({
  kind: "safety.seen",
  subject: id,
  arrivals: scopeOf(reception(id)),
  body: { pause, people },
});

/** People who have no card: a number of the site. */
export const seenWithout = (site: string, pause: string, people: number): Draft => ({
  kind: "safety.seen",
  subject: site,
  arrivals: [],
  body: { pause, people },
});
