// What a worker typed at this station and has not told yet.
import type { Card } from "../../reading/cards";
import { draft, draftsOf, isTouched, type Typing } from "../../shell/drafts";
import { nobody, type Person } from "./facts";

export interface BegunPerson extends Typing<Person> {
  card: Card;
  relative: string | null;
  isLookedAfter: boolean;
}

export type Member = Typing<Person> & { card: Card };

export interface BegunFamily {
  members: Member[];
  view: "cards" | "rows";
  chosenCarer: string | null;
  /** Language and destination are asked once for all of them. */
  shared: Person;
}

export type DetailField = "birth_country" | "last_stay_country" | "papers" | "phone" | "phone_owner";
export const HOW = ["deported", "pushed_back", "voluntary", "other", "not_said"] as const;
export type DetailsTyped = Record<DetailField | "nationalities", string> & {
  how: (typeof HOW)[number] | null;
};

export interface BegunDetails extends Typing<DetailsTyped> {
  card: Card;
}

export const PERSON = "register person ";
export const FAMILY = "register family ";
export const DETAILS = "register details ";

let families = 0;

/** A name that no other family of this tablet has. */
export function newFamily(): string {
  return `${FAMILY}${++families}`;
}

export function begunFamily(name: string) {
  return draft(
    name,
    (): BegunFamily => ({ members: [], view: "cards", chosenCarer: null, shared: nobody() }),
  );
}

/** Everything this worker began and neither told nor dropped. */
export function notFinished() {
  return {
    people: draftsOf<BegunPerson>(PERSON).filter(([, one]) => isTouched(one)),
    families: draftsOf<BegunFamily>(FAMILY).filter(([, one]) => one.members.length > 0),
    details: draftsOf<BegunDetails>(DETAILS).filter(([, one]) => isTouched(one)),
  };
}
