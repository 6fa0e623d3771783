// @vitest-environment happy-dom
// A bed for the night as a worker gives it: card after card, a family at once, no child among strangers.

import { afterEach, beforeEach, expect, test } from "vitest";
import { nightOf, peopleAt } from "../../reading/nights";
import { receptionOf } from "../../testing/cast";
import { aFamilyOfTwo, closeDesk, openDesk, scan, shown, station, tap } from "../../testing/screen";

beforeEach(async () => {
  await openDesk();
});
afterEach(closeDesk);

async function aBed(card: number, where: string) {
  await scan("Next card", card);
  await tap(where);
}
async function theNight() {
  await station("trips");
  await tap("A bed for the night");
}

test("a bed is given by card, changed, and whoever slept here is counted", async () => {
  await theNight();
  await aBed(8, "With the women");
  expect(peopleAt("women")).toBe(1);
  await aBed(8, "Slept here");
  await aBed(8, "Waits, needs no bed");
  expect([peopleAt("women"), peopleAt("waits")]).toEqual([0, 1]);
  expect(nightOf(await receptionOf(8))).toEqual({ where: "waits", slept: 1 });
  await aBed(8, "Needs nothing any more");
  expect(peopleAt("waits")).toBe(0);
});

test("a family sleeps together, said once", async () => {
  await aFamilyOfTwo();
  await theNight();
  await aBed(3, "With the families");
  expect(peopleAt("families")).toBe(2);
});

test("a child is offered no bed among strangers", async () => {
  await aFamilyOfTwo();
  await theNight();
  await scan("Next card", 4);
  expect(shown()).toContain("With the families");
  expect(shown()).not.toContain("With the women");
});

test("whoever leaves is off the list", async () => {
  await theNight();
  await aBed(8, "With the men");
  await station("leave");
  await scan("Card number", 8);
  await tap("By own wish");
  expect(peopleAt("men")).toBe(0);
});
