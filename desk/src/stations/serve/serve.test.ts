// @vitest-environment happy-dom
// Serving as a worker does it, also where a family or a household has had something already.

import { afterEach, beforeEach, expect, test } from "vitest";
import { boardOf } from "../../reading/board";
import { entries } from "../../reading/rows";
import { FLIGHT } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import {
  aFamilyOfTwo,
  button,
  closeDesk,
  find,
  openDesk,
  scan,
  shown,
  station,
  tap,
  type,
} from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);
const quantities = () => entries<{ quantity: number }>("assistance.hand_out").map((given) => given.quantity);

async function aHouseholdOfThree() {
  await station("households");
  await scan("Card of the household", 10);
  await type("Woman", "1");
  await type("Girl", "2");
  await tap("Open for 3 people");
}
async function serve(k: number) {
  await station("serve");
  await scan("Card number", k);
}

test("where nothing can be given yet, a person's page says what to do", async () => {
  for (const item of journal.records("assistance.item").keys())
    await journal.tell([{ kind: "assistance.item", subject: item, body: { is_active: false } }]);
  await station("serve");
  await scan("Card number", 3);
  expect(find("[data-testid='person']")).toBeTruthy();
  expect(shown()).toContain("A manager adds it at the office");
});

test("what is for a family is said to be the family's on every card of it", async () => {
  await aFamilyOfTwo();
  await serve(3);
  await tap("Give: Baby kit");
  await scan("Next card", 4);
  await tap(/^Baby kit Already received .* by the family$/);
  expect(shown()).toMatch(/This family already got Baby kit at .* Give another\? Say why\./);
});

test("whoever comes out of a household that was served has had what it had", async () => {
  await aHouseholdOfThree();
  await serve(10);
  await tap("Give: Hygiene kit × 3");
  await tap("Give: Baby kit");
  await station("households");
  await scan("Card of the household", 10);
  await tap("A card for one person");
  await tap("Girl");
  await scan("New card", 11);
  await serve(11);
  expect(() => button("Give: Hygiene kit")).toThrow();
  expect(() => button("Give: Baby kit")).toThrow();
  expect(boardOf(FLIGHT).served).toBe(3);
  await tap(/^Hygiene kit Already received .* by the household$/);
  expect(shown()).toContain("The household of this card already got Hygiene kit at ");
});

test("who joins a household that was served is given theirs without a reason", async () => {
  await aHouseholdOfThree();
  await serve(10);
  await tap("Give: Hygiene kit × 3");
  await station("households");
  await scan("Card of the household", 10);
  await tap("People without a card join");
  await type("Man", "2");
  await tap("2 join");
  await serve(10);
  await tap(/^Give: Hygiene kit × 2 Already received/);
  expect(quantities()).toEqual([3, 2]);
});

test("a run gives those who joined theirs, and says whose it was where it stops", async () => {
  await aFamilyOfTwo();
  await serve(3);
  await tap("Give: Baby kit");
  await tap("Done");
  await tap("One item in a run");
  await tap("Baby kit");
  await scan("Next card", 4);
  expect(shown()).toContain("This family already got Baby kit at ");
  expect(quantities()).toEqual([1]);
});
