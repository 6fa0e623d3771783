// @vitest-environment happy-dom
// A volunteer sees the card in front of them and nobody else; a child who leaves is a colleague's.

import { afterEach, beforeEach, expect, test } from "vitest";
import { exits } from "../reading/people";
import { entries } from "../reading/rows";
import { VOLUNTEER } from "../testing/cast";
import type { FakeJournal } from "../testing/fake_journal";
import {
  aFamilyOfTwo,
  button,
  closeDesk,
  find,
  markup,
  openDesk,
  scan,
  settle,
  shown,
  station,
  tap,
  type,
} from "../testing/screen";
import { route } from "./route";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
  await aFamilyOfTwo();
});
afterEach(closeDesk);

async function aVolunteerWorks() {
  await station("home");
  journal.state.workers = [...journal.state.workers, VOLUNTEER];
  journal.state.worker = VOLUNTEER;
  await settle();
}

test("a volunteer's places list nobody and search nobody, and no address leads to others", async () => {
  await aVolunteerWorks();
  for (const place of VOLUNTEER.places as ("welcome" | "count" | "serve" | "leave")[]) {
    await station(place);
    expect(find("input[type='search']")).toBeNull();
    expect(markup()).not.toMatch(/Rose|Naïma/);
  }
  for (const page of ["arrivals", "register", "households", "cards", "board"] as const) {
    route.value = { page, params: {} };
    await settle();
    expect(find("[data-station='home']")).not.toBeNull();
    expect(markup()).not.toMatch(/Rose|Naïma/);
  }
});

test("who leaves along is said to a volunteer by number, without a name", async () => {
  await aVolunteerWorks();
  await station("leave");
  await scan("Card number", 3);
  expect(shown()).toMatch(/Rose.*family of 2.*Looks after 1 child still here/);
  expect(markup()).not.toContain("Naïma");
  await tap("By own wish");
  expect([...exits.value.values()].flat().map((exit) => exit.people)).toEqual([1]);
});

test("what a volunteer began at the door is there on the same card again, and on no list", async () => {
  await aVolunteerWorks();
  await station("leave");
  await scan("Card number", 3);
  await type("With whom", "Tante Marie");
  await tap("Back");
  expect(markup()).not.toMatch(/Rose|Not finished/);
  await scan("Card number", 3);
  expect(find<HTMLInputElement>("#leave-with")!.value).toBe("Tante Marie");
});

test("a child's card at the door of a volunteer says to ask a colleague, and offers nothing else", async () => {
  await aVolunteerWorks();
  await station("leave");
  await scan("Card number", 4);
  expect(shown()).toContain("A child leaves: ask a colleague");
  expect(markup()).not.toContain("Rose");
  expect(() => button("By own wish")).toThrow();
  await tap("Back");
  expect(exits.value.size).toBe(0);
  expect(entries("children.release")).toHaveLength(0);
});

test("of a household a volunteer lets the adults leave; with a child of it a colleague is asked", async () => {
  await station("households");
  await scan("Card of the household", 10);
  await type("Woman", "1");
  await type("Girl", "2");
  await tap("Open for 3 people");
  await aVolunteerWorks();
  await station("leave");
  await scan("Card number", 10);
  await tap("By own wish");
  expect(shown()).toContain("A child leaves: ask a colleague");
  await tap("Back");
  await scan("Card number", 10);
  await type("Girl of 2", "0");
  await tap("By own wish");
  expect([...exits.value.values()].flat().map((exit) => exit.people)).toEqual([1]);
});
