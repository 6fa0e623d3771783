// What is told when people leave: how, where to, with whom; and for a child without their carer, who answers for it.
import type { Draft } from "../../journal/api";
import { type Groups, sumOf } from "../../rules/ages";
import type { How, Release } from "../../rules/leaving";
import type { Decision } from "../../rules/screening";

export interface Leaver {
  reception: string;
  arrivals: string[];
  /** Only for a household: how many of whom leave with it. */
  groups?: Groups;
}

export interface Departure {
  how: How;
  destination: string | null;
  with_whom: string;
  /** On which trip of ours: they have left once it has. */
  trip?: string | null;
}

export interface LastWord {
  has_eaten: boolean | null;
  knows_way: boolean | null;
  decision: Decision | null;
}

/** What was asked at the door; the decision only of whom it was asked about. Nothing answered is nothing told. */
export function lastWord(leavers: Leaver[], said: LastWord, undecided: Set<string>): Draft[] {
  return leavers.flatMap(({ reception, arrivals }) => {
    const body: Record<string, unknown> = {};
    if (said.has_eaten !== null) body.has_eaten = said.has_eaten;
    if (said.knows_way !== null) body.knows_way = said.knows_way;
    if (said.decision && undecided.has(reception)) body.decision = said.decision;
    return Object.keys(body).length
      ? [{ kind: "screening.last_word", subject: reception, arrivals, body }]
      : [];
  });
}

export function leave(leavers: Leaver[], departure: Departure): Draft[] {
  return leavers.map(({ reception, arrivals, groups }) => {
    const body: Record<string, unknown> = { how: departure.how, people: groups ? sumOf(groups) : 1 };
    if (groups) body.groups = groups;
    if (departure.destination) body.destination = departure.destination;
    if (departure.trip) body.trip = departure.trip;
    if (departure.with_whom.trim()) body.with_whom = departure.with_whom.trim();
    return { kind: "onward.exit", subject: reception, arrivals, body };
  });
}

export function release(child: Leaver, by: Release): Draft {
  const body: Record<string, unknown> = { to: by.to };
  if (by.name.trim()) body.name = by.name.trim();
  if (by.second_worker) body.second_worker = by.second_worker;
  if (by.code_hash) body.code_hash = by.code_hash;
  if (by.identity_seen) body.identity_seen = true;
  const came_for = by.came_for[child.reception];
  if (came_for) body.came_for = came_for;
  if (by.reason.trim()) body.reason = by.reason.trim();
  return { kind: "children.release", subject: child.reception, arrivals: child.arrivals, body };
}

/** Nobody is asked: an ambulance is leaving, or the child died. */
export function atOnce(to: Release["to"]): Release {
  return {
    to,
    name: "",
    second_worker: null,
    code_hash: null,
    identity_seen: false,
    came_for: {},
    reason: "",
  };
}

export function cardReturned(leaver: Leaver): Draft {
  return { kind: "people.card_returned", subject: leaver.reception, arrivals: leaver.arrivals, body: {} };
}
