// @vitest-environment happy-dom
// Households as a worker keeps them: whoever joins is counted once.

import { afterEach, beforeEach, expect, test } from "vitest";
import { boardOf } from "../../reading/board";
import { membersOfFamily, reception, stillInToken } from "../../reading/people";
import { FLIGHT, receptionOf } from "../../testing/cast";
import { closeDesk, openDesk, scan, shown, station, tap, type } from "../../testing/screen";

beforeEach(openDesk);
afterEach(closeDesk);

async function household(k: number, women: string) {
  await station("households");
  await scan("Card of the household", k);
  await type("Woman", women);
  await tap(/^Open for/);
}
const JOINS = "Card of a person or of another household";

test("somebody with a card joins the family, keeps the card, and nobody is counted twice", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("Man");
  await tap("By card only");
  await household(10, "2");
  const before = boardOf(FLIGHT);
  await tap("Somebody with a card joins");
  await scan(JOINS, 3);
  expect(shown()).toContain("and 1 of the family with a card of their own");
  expect(stillInToken(await receptionOf(10))).toEqual({ woman: 2 });
  expect(membersOfFamily(await receptionOf(10))).toHaveLength(2);
  expect(reception(await receptionOf(3))).toMatchObject({ sex: "male", by_card_only: true });
  expect(boardOf(FLIGHT)).toEqual(before);
});

test("another household is taken in whole", async () => {
  await household(11, "1");
  await tap("Done");
  await household(10, "2");
  await tap("Somebody with a card joins");
  await scan(JOINS, 11);
  expect(stillInToken(await receptionOf(10))).toEqual({ woman: 3 });
  expect(boardOf(FLIGHT).inside).toBe(3);
});

test("a card that nobody holds brings nobody into a household", async () => {
  await household(10, "2");
  await tap("Somebody with a card joins");
  await scan(JOINS, 5);
  expect(shown()).toContain("Nobody holds this card yet.");
  expect(boardOf(FLIGHT).inside).toBe(2);
});

test("a household that lost its card is found by who they are, and goes on with a new one", async () => {
  await household(10, "2");
  await tap("Done");
  await household(11, "3");
  await tap("Done");
  const before = boardOf(FLIGHT);
  await tap("The card is lost");
  await type("Woman", "4");
  expect(shown()).toContain("No household of these people on this tablet.");
  await type("Woman", "3");
  await tap(/opened/);
  await scan("New card", 12);
  expect(stillInToken(await receptionOf(12))).toEqual({ woman: 3 });
  expect(await receptionOf(12)).toBeTruthy();
  expect(boardOf(FLIGHT)).toEqual(before);
  await tap("Done");
  await scan("Card of the household", 11);
  expect(shown()).toContain("was replaced");
});

test("the card of another household takes no lost card's place", async () => {
  await household(10, "2");
  await tap("Done");
  await household(11, "3");
  await tap("Done");
  await tap("The card is lost");
  await type("Woman", "3");
  await tap(/opened/);
  await scan("New card", 10);
  expect(shown()).toContain("This card already belongs to somebody.");
  expect(boardOf(FLIGHT).inside).toBe(5);
});
