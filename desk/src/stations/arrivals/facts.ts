// What is told about arrivals at the door: one without notice, landed, met, a shift opened or closed, a roll of cards.
import type { Draft } from "../../journal/api";
import type { Arrival, HowArrived, Status } from "../../reading/arrivals";
import type { Card } from "../../reading/cards";

/** One tap: people are here, nobody announced them. The label is what the hall will call it. */
export function withoutNotice(
  id: string,
  how: HowArrived,
  label: string,
  at: string,
  lane: string | null = null,
): Draft {
  const status: Status = how === "on_foot" ? "met" : "landed";
  return {
    kind: "arrivals.arrival",
    subject: id,
    arrivals: [],
    body: { how, label, status, landed_at: at, ...(lane ? { lane } : {}) },
  };
}

export function cancel(id: string): Draft {
  return { kind: "arrivals.arrival", subject: id, arrivals: [], body: { status: "cancelled" } };
}

export function setStatus(arrival: Arrival, status: Status, at: string): Draft {
  const body: Record<string, unknown> = { status };
  if (status === "landed" && !arrival.landed_at) body.landed_at = at;
  return { kind: "arrivals.arrival", subject: arrival.subject, arrivals: [], body };
}

/** A flow on foot goes on in the next shift: the old one closes, people inside carry over to the new one. */
export function nextShift(before: Arrival, id: string, label: string, at: string): Draft[] {
  return [
    { kind: "arrivals.arrival", subject: before.subject, arrivals: [], body: { status: "closed" } },
    {
      kind: "arrivals.arrival",
      subject: id,
      arrivals: [],
      body: {
        how: "on_foot",
        label,
        status: "met",
        landed_at: at,
        follows: before.subject,
        ...(before.lane ? { lane: before.lane } : {}),
      },
    },
  ];
}

/** Every card of the roll belongs to the arrival from now on: people need not be asked for their flight. */
export function openRoll(card: Card, arrival: string): Draft | null {
  if (!card.roll || !card.series || card.rollNumber === null) return null;
  return {
    kind: "people.roll",
    subject: card.roll,
    arrivals: [arrival],
    body: { series: card.series, number: card.rollNumber, arrival },
  };
}

/** What may follow a state, in the order in which it usually happens. */
export function nextStates(status: Status | null): Status[] {
  switch (status) {
    case "announced":
      return ["confirmed", "landed"];
    case "confirmed":
      return ["under_way", "landed"];
    case "under_way":
      return ["landed"];
    case "landed":
      return ["met"];
    default:
      return [];
  }
}
