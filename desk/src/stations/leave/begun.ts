// What a worker typed and tapped about a departure and has not told yet.
import type { Card } from "../../reading/cards";
import { notOnABus, reception } from "../../reading/people";
import type { Groups } from "../../rules/ages";
import type { Decision } from "../../rules/screening";
import { catchUp, draft, draftsOf, isTouched, type Typing, typing } from "../../shell/drafts";

export interface DepartureTyped {
  destination: string | null;
  with_whom: string;
  /** Receptions of those who leave along. */
  together: string[];
  /** Only for a household: how many of whom leave. */
  groups: Groups;
  /** The last word at the door. */
  has_eaten: boolean | null;
  knows_way: boolean | null;
  decision: Decision | null;
  /** Who takes over a child. */
  to: "adult" | "service";
  name: string;
  identity_seen: boolean;
  /** Why siblings part. */
  reason: string;
}
export interface BegunDeparture extends Typing<DepartureTyped> {
  card: Card;
}

const LEAVE = "leave ";

function standing(card: Card): DepartureTyped {
  return {
    destination: reception(card.reception)?.destination ?? null,
    with_whom: "",
    together: [],
    groups: { ...notOnABus(card.reception) },
    has_eaten: null,
    knows_way: null,
    decision: null,
    to: "adult",
    name: "",
    identity_seen: false,
    reason: "",
  };
}

export const nameOfDraft = (card: Card) => LEAVE + card.reception;

export function begunDeparture(card: Card) {
  const kept = draft(nameOfDraft(card), (): BegunDeparture => ({ ...typing(() => standing(card)), card }));
  /** Who is still here may have changed since, on another tablet. */
  const renew = () => {
    const { destination, groups } = standing(card);
    if (reception(card.reception)) catchUp(kept.begun, { destination, groups });
  };
  return { ...kept, renew };
}

/** Departures that this worker began and neither told nor dropped. */
export function notFinished(): [name: string, begun: BegunDeparture][] {
  return draftsOf<BegunDeparture>(LEAVE).filter(([, one]) => isTouched(one));
}
