// @vitest-environment happy-dom
// Getting on a bus as a worker sees it: card after card, nobody leaves before it does, and no closed road without a name.

import { afterEach, beforeEach, expect, test } from "vitest";
import { exits, hasLeft, reception } from "../../reading/people";
import { entries } from "../../reading/rows";
import { peopleOn } from "../../reading/trips";
import { receptionOf, VOLUNTEER, WORKERS } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import {
  aFamilyOfTwo,
  button,
  closeDesk,
  field,
  find,
  openDesk,
  scan,
  send,
  shown,
  station,
  tap,
  type,
} from "../../testing/screen";

const ROAD = "0190a5c0-0000-7000-8000-0000000000a1";
const BUS = "0190a5c0-0000-7000-8000-0000000000b1";
let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
  await journal.tell([
    {
      kind: "onward.route",
      subject: ROAD,
      arrivals: [],
      body: { destination: "HT03", via: "RN1", is_active: true },
    },
    {
      kind: "onward.trip",
      subject: BUS,
      arrivals: [],
      body: { route: ROAD, vehicle: "White bus", seats: 2 },
    },
  ]);
});
afterEach(closeDesk);

const says = (status: string) =>
  journal.tell([
    {
      kind: "onward.route_status",
      subject: ROAD,
      arrivals: [],
      body: { status, said_by: "The driver of this morning" },
    },
  ]);
async function atTheBus() {
  await station("trips");
  await tap(/^White bus/);
}

test("a grown-up alone gets on by the scan, is inside until the bus leaves, and can be taken off again", async () => {
  await says("open");
  await atTheBus();
  await scan("Next card", 8);
  expect(peopleOn(BUS)).toBe(1);
  expect(shown()).toContain("On the bus: 1, card");
  expect(exits.value.size).toBe(0);
  await scan("Next card", 8);
  expect(shown()).toContain("is on this bus already");
  expect(peopleOn(BUS)).toBe(1);
  await tap("It leaves now");
  expect(exits.value.size).toBe(1);
  await tap(/^Undo/);
  expect(exits.value.size).toBe(0);
  expect(peopleOn(BUS)).toBe(1);
});

test("a family gets on together, and more people than seats are said and never stopped", async () => {
  await says("open");
  await aFamilyOfTwo();
  await atTheBus();
  await scan("Next card", 8);
  await scan("Next card", 3);
  await tap(/^Naïma/);
  await tap("On the bus: 2");
  expect(peopleOn(BUS)).toBe(3);
  expect(shown()).toContain("1 person has no seat of their own");
  expect(entries("children.release")).toHaveLength(0);
});

test("a child alone gets on no bus without the release by a named adult and a second worker", async () => {
  await says("open");
  await aFamilyOfTwo();
  await atTheBus();
  await scan("Next card", 4);
  await tap("On the bus: 1");
  expect(peopleOn(BUS)).toBe(0);
  expect(shown()).toContain("A child leaves without their carer");
  await type("Name of the adult", "Tante Marie");
  await tap("I saw a paper with this name");
  const second = find<HTMLSelectElement>("#release-worker")!;
  second.selectedIndex = 1;
  second.dispatchEvent(new Event("change"));
  await type("Their PIN", "123456");
  await send(find("form#release"));
  expect(peopleOn(BUS)).toBe(1);
  expect(entries<{ name: string }>("children.release").map((r) => r.name)).toEqual(["Tante Marie"]);
});

test("whoever should not travel yet is stopped at until somebody decides", async () => {
  await says("open");
  const card = await receptionOf(3);
  await aFamilyOfTwo();
  await journal.tell([
    { kind: "screening.ask_first", subject: card, arrivals: [], body: { is_asked: true } },
  ]);
  await atTheBus();
  await scan("Next card", 3);
  expect(peopleOn(BUS)).toBe(0);
  expect(button("On the bus: 1").disabled).toBe(true);
});

test("on a closed road it leaves only with the reason and the PIN of a second worker", async () => {
  await says("closed");
  await atTheBus();
  expect(shown()).toContain("The road is closed, says: The driver of this morning.");
  await scan("Next card", 8);
  await tap("It leaves now");
  expect(entries("onward.departure")).toHaveLength(0);
  expect(button("It leaves all the same").disabled).toBe(true);
  await type("Why it leaves all the same", "A convoy goes ahead");
  const second = find<HTMLSelectElement>("#road-closed-worker")!;
  expect([...second.options].map((o) => o.text)).toEqual(["Choose", "Jude", "Sœur Anne"]);
  second.selectedIndex = 1;
  second.dispatchEvent(new Event("change"));
  await type("Their PIN", "999999");
  await send(find("form#road-closed"));
  expect(entries("onward.departure")).toHaveLength(0);
  expect(field("Why it leaves all the same").value).toBe("A convoy goes ahead");
  await type("Their PIN", "123456");
  await send(find("form#road-closed"));
  expect(entries<{ why: string; second_worker: string }>("onward.departure")).toMatchObject([
    { why: "A convoy goes ahead", second_worker: WORKERS[1]!.id },
  ]);
});

test("of a road nobody has spoken about the bus may go, and it is said", async () => {
  await atTheBus();
  expect(shown()).toContain("Nobody has said that this road is open");
  await tap("It leaves now");
  expect(entries("onward.departure")).toHaveLength(1);
});

test("a household gets on in parts, and nobody of it twice", async () => {
  await says("open");
  await station("households");
  await scan("Card of the household", 10);
  await type("Woman", "1");
  await type("Girl", "2");
  await tap("Open for 3 people");
  await atTheBus();
  await scan("Next card", 10);
  await type("Girl of 2", "1");
  await tap("On the bus: 2");
  expect(peopleOn(BUS)).toBe(2);
  await scan("Next card", 10);
  expect(() => field("Woman of 1")).toThrow();
  expect(field("Girl of 1").value).toBe("1");
});

test("whoever has left is asked about, not simply taken along", async () => {
  await says("open");
  await station("leave");
  await scan("Card number", 8);
  await tap("By own wish");
  await atTheBus();
  await scan("Next card", 8);
  expect(shown()).toContain("Has left already");
});

test("at the door the same bus is offered, or a vehicle that is none of ours", async () => {
  await says("open");
  await station("leave");
  await scan("Card number", 8);
  await tap("Next: how");
  await tap("On a trip");
  await tap(/^White bus/);
  expect(peopleOn(BUS)).toBe(1);
  expect(hasLeft(reception(await receptionOf(8))!)).toBe(false);
  await station("home");
  await station("leave");
  await scan("Card number", 9);
  await tap("Next: how");
  await tap("On a trip");
  await tap("Another vehicle");
  expect(peopleOn(BUS)).toBe(1);
  expect(exits.value.size).toBe(1);
});

test("a volunteer scans people on and lets no bus leave", async () => {
  await says("open");
  journal.state.worker = { ...VOLUNTEER };
  await atTheBus();
  await scan("Next card", 8);
  expect(peopleOn(BUS)).toBe(1);
  expect(() => button("It leaves now")).toThrow();
});
