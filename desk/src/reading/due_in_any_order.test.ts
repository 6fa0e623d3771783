// What is due at the end of a day that four tablets told is what the server says, in whatever order a tablet heard it.
import { expect, test } from "vitest";
import type { Fact } from "../journal/api";
import { fakeJournal } from "../testing/fake_journal";
import { vectors } from "../testing/vectors";
import { setJournal } from "../the_journal";
import type { Card } from "./cards";
import { dueOf } from "./items";

interface Day {
  facts: Fact[];
  now: string;
  due: Record<
    string,
    Record<string, { is_due: boolean; quantity: number; why: string; programme: string | null }>
  >;
}
const days = vectors<Day[]>("days.json");

const cardOf = (reception: string): Card => ({
  number: "",
  own: reception,
  reception,
  roll: null,
  rollNumber: null,
  series: null,
  is_turned_over: false,
  is_of_no_series: false,
});

/** As a tablet shows it that heard these facts one by one. */
function dueAfter(facts: Fact[], { due, now }: Day) {
  const journal = fakeJournal();
  setJournal(journal);
  for (const fact of facts) journal.hearFacts([fact]);
  return Object.fromEntries(
    Object.keys(due).map((card) => [
      card,
      Object.fromEntries(
        dueOf(cardOf(card), Date.parse(now)).map(({ item, is_due, quantity, why, programme }) => [
          item,
          { is_due, quantity, why, programme },
        ]),
      ),
    ]),
  );
}

test("in the order in which it was told, backwards, and each tablet's own first", () => {
  for (const day of days) {
    const orders = [day.facts, [...day.facts].reverse()];
    for (const device of new Set(day.facts.map((fact) => fact.device)))
      orders.push([...day.facts].sort((a, b) => Number(b.device === device) - Number(a.device === device)));
    for (const facts of orders) expect(dueAfter(facts, day)).toEqual(day.due);
  }
});
