// @vitest-environment happy-dom
// What a worker began and has not told: there again when they come back to it, shown to nobody else, gone once told or dropped.

import { afterEach, beforeEach, expect, test } from "vitest";
import { nameOf, reception } from "../reading/people";
import { receptionOf } from "../testing/cast";
import type { FakeJournal } from "../testing/fake_journal";
import {
  button,
  closeDesk,
  field,
  openDesk,
  scan,
  settle,
  shown,
  signIn,
  station,
  tap,
  type,
} from "../testing/screen";
import { hide } from "./hiding";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

async function changeWorkerTo(name: string) {
  hide(false);
  await settle();
  await tap(name);
  await signIn();
}

test("what was begun about somebody is there again after Back and after another page, until it is told", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await type("Family name", "Pier");
  await tap("Back");
  expect(shown()).toContain("Not finished");
  await station("home");
  await station("register");
  await tap(/Pier$/);
  expect(field("Family name").value).toBe("Pier");
  await type("Family name", "Pierre");
  await tap("Register");
  expect(journal.batches).toHaveLength(1);
  expect(shown()).not.toContain("Not finished");
});

test("a person of whom nothing was typed is not listed as begun", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("Back");
  expect(shown()).not.toContain("Not finished");
});

test("what was begun is dropped by its own button alone", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await type("Family name", "Pier");
  await tap("Back");
  await tap(/^Drop: .*Pier$/);
  expect(shown()).not.toContain("Not finished");
  await scan("Card of the person", 3);
  expect(field("Family name").value).toBe("");
});

test("a family's scanned cards and typed names outlive Back and the house button", async () => {
  await station("register");
  await tap("A family");
  await scan("Card of person 1", 3);
  await scan("Card of person 2", 4);
  await tap("Next: 2 people");
  await type("Given name 1", "Rose");
  await station("home");
  await station("register");
  await tap(/^2 cards of a family · Rose/);
  expect(field("Given name 1").value).toBe("Rose");
  await tap("Back");
  await tap("Back");
  await tap(/^2 cards of a family/);
  await tap("Next: 2 people");
  await type("Given name 2", "Naïma");
  await tap("Register 2 people");
  expect(nameOf(reception(await receptionOf(4)))).toBe("Naïma");
  expect(shown()).not.toContain("Not finished");
});

test("the seated details are there again too, and how somebody came is not shown in the list", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("By card only");
  await tap("Details");
  await type("Phone", "3700 0000");
  await tap("Sent back");
  await tap("Back");
  expect(shown()).toContain("Not finished");
  expect(shown()).not.toContain("Sent back");
  await tap(/· Details$/);
  expect(field("Phone").value).toBe("3700 0000");
  expect(button("Sent back").getAttribute("aria-pressed")).toBe("true");
  await tap("Keep");
  expect(journal.batches.flat().at(-1)).toMatchObject({
    kind: "people.came",
    body: { how_came: "deported" },
  });
  expect(shown()).not.toContain("Not finished");
});

test("another worker sees nothing of what was begun, and the first finds it again", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await type("Family name", "Pier");
  await changeWorkerTo("Jude");
  await station("register");
  expect(shown()).not.toContain("Not finished");
  await scan("Card of the person", 3);
  expect(field("Family name").value).toBe("");
  await changeWorkerTo("Mirlande");
  await station("register");
  expect(button(/Pier$/)).toBeTruthy();
});

test("Change worker throws the page away, and the same worker finds what was begun on the list", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await type("Family name", "Pier");
  await changeWorkerTo("Mirlande");
  expect(() => field("Family name")).toThrow();
  await station("register");
  await tap(/Pier$/);
  expect(field("Family name").value).toBe("Pier");
});

test("what is read off the tables is forgotten with them", () => {
  const sources = import.meta.glob<string>("../reading/*.ts", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const others = Object.entries(sources).filter(([name]) => !name.endsWith("/rows.ts"));
  expect(others.length).toBeGreaterThan(8);
  // A bare `computed` would keep its last answer, names and all, after the worker has gone.
  expect(others.filter(([, source]) => /\bcomputed\b/.test(source)).map(([name]) => name)).toEqual([]);
});

test("what another tablet told meanwhile stays, where this worker had typed nothing", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await type("Family name", "Pier");
  await tap("Back");
  await journal.tell([
    { kind: "people.reception", subject: await receptionOf(3), body: { given_names: "Rose", age: 31 } },
  ]);
  await tap(/Pier$/);
  expect(field("Given name").value).toBe("Rose");
  await tap("Register");
  expect(reception(await receptionOf(3))).toMatchObject({
    family_name: "Pier",
    given_names: "Rose",
    age: 31,
  });
});
