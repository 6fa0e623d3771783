// @vitest-environment happy-dom
// Serving as a worker does it, also where a family or a household has had something already.

import { afterEach, beforeEach, expect, test } from "vitest";
import { boardOf } from "../../reading/board";
import { entries } from "../../reading/rows";
import { FLIGHT, KIT } from "../../testing/cast";
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

const PROGRAMME = "0190a5c0-0000-7000-8000-000000000051";
const ONCE = { per: "person", often: "once", every_hours: null };

/** A programme that began before the flight, for everybody unless it says for whom. */
async function aProgramme(body: Record<string, unknown>) {
  const names = { ht: "Premye jou yo", fr: "Premiers jours", es: "Primeros días", en: "First days" };
  const everybody = { sex: null, age_from: null, age_to: null, hows: [], with_voucher: false, until: null };
  const said = { names, since: "2021-09-01", ...everybody, items: [], cash: [], ...body };
  await journal.tell([{ kind: "assistance.programme", subject: PROGRAMME, body: said }]);
}
const kit = (more: object = {}) => [{ item: KIT, quantity: 1, ...ONCE, ...more }];

test("a programme says for whom something is, and why it is not for others", async () => {
  await aProgramme({ age_from: 12, items: kit() });
  await aFamilyOfTwo();
  await serve(3);
  expect(shown()).toContain("First days: for each person, once.");
  await tap("Give: Hygiene kit");
  await scan("Next card", 4);
  expect(() => button("Give: Hygiene kit")).toThrow();
  expect(shown()).toContain("First days: from 12 years on.");
  // Only what was given bears the mark of what was given.
  expect(find(".item .lucide-check")).toBeNull();
  expect(find(".item .lucide-minus")).toBeTruthy();
  // What no programme names stays everybody's.
  expect(button("Give: Water")).toBeTruthy();
  await tap("Hygiene kit");
  await tap("Give it all the same");
  expect(entries("assistance.hand_out").map((one) => (one as { override?: string }).override)).toEqual([
    null,
    "other",
  ]);
});

test("who is known by the card alone is excluded from nothing, and somebody looks first in a run", async () => {
  await aProgramme({ sex: "female", items: kit() });
  await serve(7);
  expect(shown()).toContain("Give it if it fits.");
  await tap("Done");
  await tap("One item in a run");
  await tap("Hygiene kit");
  await scan("Next card", 8);
  expect(find("[data-testid='run-given']")?.textContent).toBe("0");
  await tap("Give: Hygiene kit");
  expect(find("[data-testid='run-given']")?.textContent).toBe("1");
});

test("with a voucher it is due, and neither the page nor the programme says what the voucher was for", async () => {
  await aProgramme({ with_voucher: true, age_from: 12, items: kit() });
  await aFamilyOfTwo();
  await serve(3);
  expect(shown()).toContain("Only with a voucher from a colleague.");
  expect(shown()).not.toContain("First days");
  await station("screen");
  await scan("Card number", 3);
  await tap("First days");
  await serve(3);
  expect(button("Give: Hygiene kit")).toBeTruthy();
  expect(shown()).toContain("A colleague gave a voucher for it.");
  await station("screen");
  await scan("Card number", 3);
  await tap("First days");
  await serve(3);
  expect(() => button("Give: Hygiene kit")).toThrow();
});

test("what comes every few hours says when it is due again", async () => {
  await aProgramme({ items: kit({ every_hours: 4 }) });
  await serve(3);
  await tap("Give: Hygiene kit");
  expect(shown()).toMatch(/Every 4 hours: again at (\d+ \w+ )?\d\d:\d\d\./);
  expect(() => button("Give: Hygiene kit")).toThrow();
});

test("cash that is due is said without its amount, which the hall could see, and nobody pays it here", async () => {
  await aProgramme({ cash: [{ amount: "2500.5", currency: "HTG", ...ONCE }] });
  await aHouseholdOfThree();
  await serve(10);
  expect(find("[data-testid='cash']")?.textContent).toContain("Cash is due. It is paid at the cash desk.");
  expect(shown()).not.toContain("7501.50");
});

test("water for many is counted in items, nobody is served by it, and a wrong carton is taken back", async () => {
  await station("serve");
  await tap("Many, without cards");
  await tap("Water");
  await tap("+24");
  await tap("+1");
  await tap("+24");
  expect(find("[data-testid='many-given']")?.textContent).toBe("49");
  await tap(/^Undo/);
  expect(find("[data-testid='many-given']")?.textContent).toBe("25");
  expect(entries("assistance.given_to_many").map(({ subject }) => subject)).toEqual([FLIGHT, FLIGHT]);
  expect(boardOf(FLIGHT).served).toBe(0);
});

const TENT = "0190a5c0-0000-7000-8000-000000000061";
const CONTAINER = "0190a5c0-0000-7000-8000-000000000062";

/** Two stores of which the tent gives; the hub says that two kits lie in each. */
async function twoStores() {
  const store = (subject: string, name: string, is_giving: boolean) => ({
    kind: "assistance.store",
    subject,
    body: { name, is_giving, is_active: true },
  });
  await journal.tell([store(TENT, "Tent", true), store(CONTAINER, "Container", false)]);
  const shelf = { item: KIT, on_hand: 2, people: 4, pieces: 4, to_many: 0 };
  const shelves = [TENT, CONTAINER].map((id) => ({ ...shelf, store: id }));
  journal.hubSays = { is_locked: false, counted_to: "", shelves };
  await station("serve");
}
const outOf = () => entries<{ store: string | null }>("assistance.hand_out").map((given) => given.store);

test("what is given is taken off the store that gives, or off the one chosen for the shift", async () => {
  await twoStores();
  await serve(3);
  await tap("Give: Hygiene kit");
  await tap("Done");
  await tap("Out of: Tent");
  await tap("Container");
  expect(shown()).toContain("Out of: Container");
  await scan("Card number", 4);
  await tap("Give: Hygiene kit");
  expect(outOf()).toEqual([TENT, CONTAINER]);
  await tap("Done");
  await tap("Many, without cards");
  await tap("Hygiene kit");
  await tap("+1");
  expect(entries<{ store: string }>("assistance.given_to_many").map(({ store }) => store)).toEqual([
    CONTAINER,
  ]);
});

test("a run says for how many more people it is enough, and that none is left stops nobody", async () => {
  await twoStores();
  await tap("One item in a run");
  expect(shown()).toMatch(/Enough for 2 more people, at this rate until \d\d:\d\d/);
  await tap("Hygiene kit");
  await scan("Next card", 3);
  expect(find("[data-testid='enough']")?.textContent).toContain("Enough for 1 more people");
  await scan("Next card", 4);
  expect(find("[data-testid='enough']")?.textContent).toBe(
    "By the books none is left. What you give is kept all the same.",
  );
  await scan("Next card", 5);
  expect(quantities()).toEqual([1, 1, 1]);
  await tap("End the run");
  await scan("Card number", 6);
  expect(shown()).toContain("By the books none is left.");
});

test("services stand after the things, and are given like them", async () => {
  await journal.tell([{ kind: "assistance.item", subject: KIT, body: { is_service: true } }]);
  await serve(3);
  const offered = [...document.querySelectorAll(".item .grow")].map((one) => one.firstChild?.textContent);
  expect(offered.map((one) => one?.trim())).toEqual(["Give: Water", "Give: Baby kit", "Give: Hygiene kit"]);
  await tap("Give: Hygiene kit");
  expect(quantities()).toEqual([1]);
});
