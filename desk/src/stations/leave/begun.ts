// What a worker typed and tapped about a departure and has not told yet.
import type { Card } from "../../reading/cards";
import { reception, stillInToken } from "../../reading/people";
import type { Groups } from "../../rules/ages";
import { catchUp, draft, draftsOf, isTouched, type Typing, typing } from "../../shell/drafts";

export interface DepartureTyped {
  destination: string | null;
  with_whom: string;
  /** Receptions of those who leave along. */
  together: string[];
  /** Only for a household: how many of whom leave. */
  groups: Groups;
  /** Who takes over a child. */
  to: "adult" | "service";
  name: string;
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
    groups: { ...stillInToken(card.reception) },
    to: "adult",
    name: "",
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
