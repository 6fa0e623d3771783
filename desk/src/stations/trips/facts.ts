// What is told of a trip: that it left; against a closed road with the reason and who answered for it too.
import type { Draft } from "../../journal/api";

export interface Override {
  why: string;
  second_worker: string | null;
}

export function departure(trip: string, override: Override | null): Draft {
  const body: Record<string, unknown> = {};
  if (override) {
    body.why = override.why.trim();
    body.second_worker = override.second_worker;
  }
  return { kind: "onward.departure", subject: trip, arrivals: [], body };
}

export function night(reception: string, arrivals: string[], where: string): Draft {
  return { kind: "onward.night", subject: reception, arrivals, body: { where } };
}
