// @vitest-environment happy-dom
// Counting as a worker does it: taps, cards handed out with them, and taking back.

import { afterEach, beforeEach, expect, test } from "vitest";
import { boardOf } from "../../reading/board";
import { reception } from "../../reading/people";
import { FLIGHT, receptionOf } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import { button, closeDesk, find, openDesk, scan, shown, station, tap, type } from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

const counted = () => boardOf(FLIGHT).counted;

test("card now counts one and hands the card, and goes on with the next figure", async () => {
  await station("count");
  await tap("Card now");
  for (const k of [3, 4]) {
    await tap("Girl");
    await scan("Card number", k);
  }
  expect(counted()).toBe(2);
  expect(reception(await receptionOf(4))).toMatchObject({ sex: "female", age_group: "child" });
});

test("the same card is handed out once, and counts once", async () => {
  await station("count");
  await tap("Card now");
  await tap("Girl");
  await scan("Card number", 3);
  await tap("Girl");
  await scan("Card number", 3);
  expect(shown()).toContain("This card already belongs to somebody.");
  expect(counted()).toBe(1);
  await scan("Card number", 4);
  expect(counted()).toBe(2);
});

test("the card of a registered man stays his when a girl is counted with it", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("Man");
  await tap("By card only");
  await station("count");
  await tap("Card now");
  await tap("Girl");
  await scan("Card number", 3);
  expect(shown()).toContain("This card already belongs to somebody.");
  expect(reception(await receptionOf(3))).toMatchObject({ sex: "male", age_group: "adult" });
  expect(counted()).toBe(0);
});

test("a household's card is nobody's card at the door", async () => {
  await station("households");
  await scan("Card of the household", 10);
  await type("Woman", "2");
  await tap("Open for 2 people");
  await station("count");
  await tap("Card now");
  await tap("Woman");
  await scan("Card number", 10);
  expect(counted()).toBe(0);
  expect(journal.batches).toHaveLength(1);
});

test("a card that was handed out by mistake and taken back can be handed out again", async () => {
  await station("count");
  await tap("Card now");
  await tap("Girl");
  await scan("Card number", 3);
  await tap(/^Undo \d/);
  expect(boardOf(FLIGHT)).toMatchObject({ counted: 0, inside: 0 });
  await tap("Boy");
  await scan("Card number", 3);
  expect(reception(await receptionOf(3))).toMatchObject({ sex: "male", age_group: "child" });
  expect(counted()).toBe(1);
});

test("the camera stays on between two people at the door", async () => {
  await station("count");
  await tap("Card now");
  await tap("Girl");
  const field = find(".card-field");
  await scan("Card number", 3);
  expect(find(".card-field")).toBe(field);
});

test("a vehicle holds no more of a group than can be told, and says so", async () => {
  await station("count");
  await tap("Vehicle");
  await type("Woman", "4000");
  expect(shown()).toContain("At most 1000 at once");
  await tap("Count 1000 people");
  expect(counted()).toBe(1000);
});

test("the last tap can be taken back after a look at the board and after a reload, tap by tap", async () => {
  await station("count");
  await tap("Woman");
  await tap("Boy");
  await station("board");
  await station("count");
  await tap("Undo last tap");
  expect(shown()).toContain("Taken back: 1 Boy");
  await tap("Undo last tap");
  expect(counted()).toBe(0);
  expect(button("Undo last tap").disabled).toBe(true);
});

test("a vehicle is taken back whole", async () => {
  await station("count");
  await tap("Man");
  await tap("Vehicle");
  await type("Woman", "30");
  await type("Boy", "2");
  await tap("Count 32 people");
  await tap("Undo last tap");
  expect(shown()).toContain("Taken back: Vehicle 32");
  expect(counted()).toBe(1);
});

test("a sweep and those waiting outside are taken back too, and what was said before stands again", async () => {
  await station("count");
  await tap("Woman");
  for (const found of ["1", "0"]) {
    await tap("Sweep");
    await type("People in the hall now", found);
    await tap("Keep");
  }
  expect(boardOf(FLIGHT).inside).toBe(0);
  await tap("Undo last tap");
  expect(boardOf(FLIGHT).inside).toBe(1);
  await tap(/^Waiting outside/);
  await type("People waiting outside", "120");
  await tap("Keep");
  expect(shown()).toContain("120 waiting outside");
  await tap("Undo last tap");
  expect(button("Waiting outside")).toBeTruthy();
});

test("while the hall is counted again, what inside says stands beside", async () => {
  await station("count");
  await tap(/^\+5/);
  await tap("Woman");
  await tap("Sweep");
  expect(shown()).toContain("inside says 5");
  await type("People in the hall now", "3");
  expect(shown()).toContain("2 fewer than inside says");
});

test("what another tablet counted is not this one's to take back", async () => {
  journal.state.device = { id: "another", label: "Tablet 8" };
  await station("count");
  await journal.tell([
    {
      kind: "arrivals.tally",
      subject: FLIGHT,
      arrivals: [FLIGHT],
      body: { group: "woman", count: 1, counting: "count", door: "1", how: "tap" },
    },
  ]);
  await tap("Door 1");
  await tap("Done");
  expect(counted()).toBe(1);
  expect(button("Undo last tap").disabled).toBe(true);
});
