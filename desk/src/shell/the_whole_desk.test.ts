// @vitest-environment happy-dom
// The desk as a worker meets it: what is in sight, what comes back to whom, and what is only shown once it is safe.

import { afterEach, beforeEach, expect, test } from "vitest";
import { TABLET_UNKNOWN, TABLET_WITHDRAWN } from "../contracts/errors.gen";
import { boardOf } from "../reading/board";
import { readCard } from "../reading/cards";
import { dueOf } from "../reading/items";
import { carersOf, nameOf, reception } from "../reading/people";
import { entries } from "../reading/rows";
import { cardNumber, FLIGHT, KIT, receptionOf, WORKERS } from "../testing/cast";
import type { FakeJournal } from "../testing/fake_journal";
import {
  aFamilyOfTwo,
  button,
  closeDesk,
  field,
  find,
  markup,
  openDesk,
  scan,
  send,
  settle,
  shown,
  signIn,
  station,
  tap,
  type,
  until,
} from "../testing/screen";
import { hide } from "./hiding";
import { keepPreferences, preferences } from "./preferences";
import { parseRoute, route } from "./route";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

test("what is always in sight: who works, which arrival, what is not sent, since when the hub was heard", () => {
  expect(shown()).toContain("Mirlande");
  expect(shown()).toContain("GXA 3301");
  expect(shown()).toContain("0 not sent");
  expect(shown()).toMatch(/hub \d+ s/);
});

test("one tap changes the language of everything", async () => {
  await tap(/^ES/);
  await until(() => shown().includes("¿Dónde trabaja?"));
  await tap(/^HT/);
  await until(() => shown().includes("Ki kote w ap travay?"));
  await tap(/^EN/);
  await until(() => shown().includes("Where do you work?"));
});

test("what the tablet is set to is kept with every change", async () => {
  keepPreferences(journal);
  await tap(/^HT/);
  await until(() => JSON.parse(journal.kept ?? "{}").language === "ht");
  preferences.arrivals = [];
  await settle();
  expect(JSON.parse(journal.kept ?? "")).toMatchObject({ language: "ht", arrivals: [], door: "1" });
});

test("a tablet that the hub does not know says what to do, goes on, and can be made known again", async () => {
  journal.state.refused = TABLET_UNKNOWN;
  await settle();
  expect(shown()).toContain("The hub does not know this tablet.");
  expect(shown()).toContain("Go on working meanwhile");
  await station("count");
  expect(shown()).not.toContain("Go on working meanwhile");
  expect(shown()).toContain("hub: refused");
  route.value = { page: "home", params: {} };
  await settle();
  expect(button("Make known again")).toBeTruthy();
  route.value = { page: "enrol", params: {} };
  await settle();
  await type("Code", "ABCD2345");
  await send(find("form#enrol") as HTMLFormElement);
  await until(() => journal.state.phase === "locked");
});

test("a withdrawn tablet is handed back, not made known again", async () => {
  journal.state.refused = TABLET_WITHDRAWN;
  await settle();
  expect(shown()).toContain("Give it to the site manager; nothing is lost.");
  expect(() => button("Make known again")).toThrow();
});

test("the same worker finds the half-typed name again; another worker does not", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await type("Family name", "Pier");
  hide(true);
  await settle();
  expect(find("[data-station='register']")).toBeNull();
  expect(markup()).not.toContain("Pier");
  await signIn();
  expect(field("Family name").value).toBe("Pier");

  hide(false);
  await settle();
  await tap("Jude");
  await signIn();
  expect(journal.state.worker?.id).toBe(WORKERS[1]!.id);
  expect(markup()).not.toContain("Pier");
});

test("a worker who has to be near the hub the first time is said so in words", async () => {
  journal.state.known_workers = [WORKERS[0]!.id];
  hide(false);
  await settle();
  expect(button("Jude needs the hub the first time")).toBeTruthy();
  expect(button("Mirlande")).toBeTruthy();
});

test("a wrong PIN says so beside the field, and nobody is signed in", async () => {
  hide(false);
  await settle();
  await tap("Jude");
  await signIn("000000");
  expect(shown()).toContain("The PIN is not right.");
  expect(journal.state.phase).toBe("locked");
});

test("the address opens its page, and an unknown one opens home", () => {
  expect(parseRoute("#/enrol?code=K7X9").params.code).toBe("K7X9");
  expect(parseRoute("#/count").page).toBe("count");
  expect(parseRoute("#/nowhere").page).toBe("home");
});

test("a tap on a figure counts once, +5 counts five for one tap, undo takes the last back", async () => {
  await station("count");
  await tap("Woman");
  await tap(/^\+5/);
  await tap("Boy");
  await tap("Boy");
  expect(boardOf(FLIGHT).counted).toBe(7);
  expect(find("[data-testid='counted']")?.textContent).toBe("7");
  await tap("Undo last tap");
  expect(boardOf(FLIGHT).counted).toBe(6);
});

test("a tap that could not be kept changes no number and says what to do", async () => {
  await station("count");
  journal.failNext(701);
  await tap("Woman");
  expect(find("[data-testid='counted']")?.textContent).toBe("0");
  expect(shown()).toContain("nothing was told");
});

test("an adult is registered with a card, a figure, a suggestion and one tap", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("Woman");
  await type("Family name", "pierre rose");
  await tap(/PIERRE, Rose-Laure/);
  await tap("Register");
  expect(journal.batches).toHaveLength(1);
  expect(nameOf(reception(await receptionOf(3)))).toBe("Rose-Laure Pierre");
  expect(reception(await receptionOf(3))).toMatchObject({ age: 31, age_group: "adult", sex: "female" });
  expect(shown()).toContain("is registered");
});

test("undo of a registration is one tap within ten seconds", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("By card only");
  expect(boardOf(FLIGHT).registered).toBe(1);
  await tap(/^Undo/);
  expect(boardOf(FLIGHT).registered).toBe(0);
});

test("what was done can be taken back on the next page too, until another action or the ten seconds are over", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("By card only");
  await station("home");
  await station("board");
  expect(shown()).toContain("is registered");
  await tap(/^Undo/);
  expect(boardOf(FLIGHT).registered).toBe(0);
});

test("a second once-only item says where and when, and is given only with a reason", async () => {
  await station("serve");
  await scan("Card number", 3);
  await tap("Give: Hygiene kit");
  await tap(/^Hygiene kit/);
  expect(shown()).toContain("This card already got Hygiene kit");
  expect(shown()).toContain("Tablet 7");
  expect(entries("assistance.hand_out")).toHaveLength(1);
  await tap("Lost");
  expect(entries<{ override: string }>("assistance.hand_out").map((h) => h.override)).toContain("lost");
});

test("two quick taps on give are one hand-out", async () => {
  await station("serve");
  await scan("Card number", 3);
  const give = button("Give: Water");
  give.click();
  give.click();
  await settle();
  expect(entries("assistance.hand_out")).toHaveLength(1);
});

test("a run of one item gives scan after scan, and stops at a card that has it", async () => {
  await station("serve");
  await tap("One item in a run");
  await tap("Hygiene kit");
  await scan("Next card", 3);
  await scan("Next card", 4);
  await scan("Next card", 3);
  expect(find("[data-testid='run-given']")?.textContent).toBe("2");
  expect(shown()).toContain("This card already got");
  await scan("Next card", 5);
  expect(dueOf(await readCard(await cardNumber(5))).find((d) => d.item === KIT)?.is_due).toBe(false);
});

test("a family is told in one batch with the carer of the child", async () => {
  await aFamilyOfTwo();
  expect(journal.batches).toHaveLength(1);
  expect(carersOf(await receptionOf(4))).toEqual([await receptionOf(3)]);
});

test("a carer who was tapped by mistake is shown on the child's screen, removed there, and back with undo", async () => {
  await aFamilyOfTwo();
  const [mother, child] = [await receptionOf(3), await receptionOf(4)];
  await station("register");
  await scan("Card of the person", 4);
  expect(shown()).toContain("Looked after by Rose");
  await tap(/^Not looked after by Rose/);
  expect(carersOf(child)).toEqual([]);
  expect(shown()).not.toContain("Looked after by");
  await tap(/^Undo/);
  expect(carersOf(child)).toEqual([mother]);
});

test("a mistyped card number is explained beside the field", async () => {
  await station("serve");
  await type("Card number", "12345678");
  await send(field("Card number").form);
  expect(shown()).toContain("One digit is wrong, or two changed places.");
});

test("a household of three gets three of what is for each person", async () => {
  await station("households");
  await scan("Card of the household", 10);
  await type("Woman", "1");
  await type("Girl", "2");
  await tap("Open for 3 people");
  await station("serve");
  await scan("Card number", 10);
  await tap("Give: Hygiene kit × 3");
  expect(entries<{ quantity: number }>("assistance.hand_out").map((h) => h.quantity)).toEqual([3]);
});

async function aHousehold(k: number) {
  await station("households");
  await scan("Card of the household", k);
  await type("Woman", "1");
  await tap("Open for 1 person");
}

test("the card of a household is no card of a family's member", async () => {
  await aHousehold(10);
  await station("register");
  await tap("A family");
  await scan("Card of person 1", 10);
  expect(shown()).toContain("This card stands for a household.");
  expect(button(/^Next/).disabled).toBe(true);
});

test("what was registered on a household's card is never swapped or moved to one person", async () => {
  await aHousehold(10);
  await station("cards");
  await scan("Card number", 3);
  for (const [action, label] of [
    ["Swap", "The other card"],
    ["Wrong card", "The right card"],
  ] as const) {
    await tap(action);
    await scan(label, 10);
    expect(shown()).toContain("This card stands for a household.");
    await tap("Back");
  }
  expect(journal.batches).toHaveLength(1);
});
