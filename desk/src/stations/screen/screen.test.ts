// @vitest-environment happy-dom
// Who needs whom: a card turned over, a colour in two taps, red before orange, and the last word at the door.

import { afterEach, beforeEach, expect, test } from "vitest";
import { exits } from "../../reading/people";
import { entries } from "../../reading/rows";
import { asking, asksDecision, healthStops, standingOf, waiting } from "../../reading/screening";
import { bytesOfBase64, drawSeries } from "../../rules/series";
import { cardNumber, receptionOf, WORKERS } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import {
  button,
  closeDesk,
  field,
  find,
  openDesk,
  scan,
  send,
  settle,
  shown,
  station,
  tap,
  type,
  until,
} from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

async function turnedOver(k: number): Promise<string> {
  const secret = bytesOfBase64(btoa("an invented secret of 32 bytes.."));
  const { backToken } = await drawSeries({ secret, count: 500 });
  return `A1B:${await cardNumber(k)}:${backToken(k)}`;
}
async function scanText(label: string, text: string) {
  await type(label, text);
  await send(field(label).form);
  await settle();
}

/** All of the page, the bar above it with its number of facts not sent included. */
const screen = () => document.body.textContent;

test("a card handed over back side up asks for somebody, and the worker's screen shows what it always shows", async () => {
  await station("serve");
  await scan("Card number", 3);
  await until(() => find('[data-testid="person"]'));
  const face = screen();
  await tap("Done");
  await scanText("Card number", await turnedOver(3));
  await until(() => find('[data-testid="person"]'));
  expect(screen()).toBe(face);
  expect(find('[data-testid="done"]')).toBeNull();
  expect(asking.value.map((one) => [one.subject, one.wish.station])).toEqual([
    [await receptionOf(3), "serve"],
  ]);
});

test("whoever may not read it holds nothing of it, also not in the memory of the page", async () => {
  journal.state.worker = { ...journal.state.worker!, reads: ["reception", "assistance"] };
  await station("serve");
  await scanText("Card number", await turnedOver(3));
  await until(() => find('[data-testid="person"]'));
  expect(journal.batches.flat().map(({ kind }) => kind)).toEqual(["screening.request"]);
  expect(entries("screening.request")).toHaveLength(0);
});

test("turned over twice, it is one request; not found, it stays; talked, it is over", async () => {
  await station("serve");
  await scanText("Card number", await turnedOver(3));
  await tap("Done");
  await scanText("Card number", await turnedOver(3));
  expect(entries("screening.request")).toHaveLength(1);
  await station("screen");
  await until(() => shown().includes("Serve"));
  await tap(/Serve/);
  await tap("A woman");
  await tap("Not found");
  expect(asking.value).toHaveLength(1);
  expect(asking.value[0]!.wish.talk_to).toBe("woman");
  await tap(/A woman/);
  await tap("A relative");
  await tap("We talked");
  expect(asking.value).toHaveLength(0);
  expect(entries<{ interpreter: string }>("screening.met").at(-1)!.interpreter).toBe("relative");
});

test("a colour is two taps from Register", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("Private talk, or seen soon");
  await tap(/^Red/);
  expect(standingOf(await receptionOf(3))?.colour).toBe("red");
  expect(find('[role="dialog"]')).toBeNull();
});

test("untouched is not yet looked at, and never green", async () => {
  await station("screen");
  await scan("Card number", 3);
  await until(() => shown().includes("Not yet looked at"));
  expect(standingOf(await receptionOf(3))).toBeNull();
});

async function told(k: number, colour: string, at: string) {
  journal.hear([
    { kind: "people.reception", subject: await receptionOf(k), body: { card: await cardNumber(k) } },
    { kind: "screening.triage", subject: await receptionOf(k), at, body: { colour } },
  ]);
}

test("red comes before orange, who waits longest first, and whoever was seen or has left waits no more", async () => {
  await told(1, "orange", "2021-09-19T12:00:00Z");
  await told(2, "red", "2021-09-19T13:30:00Z");
  await told(3, "red", "2021-09-19T13:10:00Z");
  await told(4, "green", "2021-09-19T12:00:00Z");
  const ids = await Promise.all([3, 2, 1].map(receptionOf));
  expect(waiting.value.map(({ row }) => row.subject)).toEqual(ids);
  journal.hear([{ kind: "screening.seen", subject: ids[0]!, body: {} }]);
  journal.hear([{ kind: "onward.exit", subject: ids[1]!, body: { how: "own_way", people: 1 } }]);
  expect(waiting.value.map(({ row }) => row.subject)).toEqual([ids[2]]);
});

test("orange is asked for a decision at the door; the wish to leave is one, and nobody is held", async () => {
  await told(3, "orange", "2021-09-19T12:00:00Z");
  await station("leave");
  await scan("Card number", 3);
  await until(() => shown().includes("what was decided"));
  expect(button("Next: how").disabled).toBe(true);
  await tap("By own wish");
  expect(exits.value.size).toBe(1);
  expect(entries<{ decision: string }>("screening.last_word").map((one) => one.decision)).toEqual([
    "own_wish",
  ]);
});

test("a child under three is asked about at the door until health saw them, and nobody else ends that", async () => {
  const baby = await receptionOf(3);
  const body = { card: await cardNumber(3), age: 1, age_group: "baby" };
  journal.hear([{ kind: "people.reception", subject: baby, body }]);
  expect(asksDecision(baby)).toBe(true);
  await station("screen");
  await until(() => find('section[aria-label="Health sees them by rule"] button'));
  const [clerk, health] = [WORKERS[1]!.id, WORKERS[0]!.id];
  journal.state.worker = { ...journal.state.worker!, id: clerk };
  journal.state.workers = journal.state.workers.map((one) =>
    one.id === clerk ? { ...one, reads: ["triage"] } : one,
  );
  await journal.tell([{ kind: "screening.seen", subject: baby, body: {} }]);
  expect(asksDecision(baby)).toBe(true);
  journal.state.worker = { ...journal.state.worker!, id: health };
  await settle();
  find('section[aria-label="Health sees them by rule"] button')!.click();
  await tap("Somebody is with them now");
  expect(asksDecision(baby)).toBe(false);
  expect(healthStops.value).toEqual([]);
});

test("whoever should not travel yet is asked about at every door, whoever works there, until health says otherwise", async () => {
  const id = await receptionOf(3);
  journal.hear([
    { kind: "people.reception", subject: id, body: { card: await cardNumber(3) } },
    { kind: "screening.ask_first", subject: id, body: { is_asked: true } },
    { kind: "screening.last_word", subject: id, body: { decision: "was_seen" } },
  ]);
  const health = journal.state.worker!;
  journal.state.worker = { ...health, reads: ["reception", "assistance"], finds: false };
  await station("leave");
  await scan("Card number", 3);
  await until(() => shown().includes("Health sees them first"));
  expect(button("Next: how").disabled).toBe(true);
  expect(button("By own wish").disabled).toBe(false);
  journal.state.worker = health;
  await station("screen");
  find('section[aria-label="Health sees them by rule"] button')!.click();
  await tap("May travel now");
  await station("leave");
  await scan("Card number", 3);
  await until(() => shown().includes("Have they eaten?"));
  expect(shown()).not.toContain("Health sees them first");
  expect(button("Next: how").disabled).toBe(false);
});

test("everybody is asked the same two questions, and an answer holds nobody up", async () => {
  await told(3, "green", "2021-09-19T12:00:00Z");
  await station("leave");
  await scan("Card number", 3);
  await until(() => shown().includes("Have they eaten?"));
  expect(shown()).not.toContain("what was decided");
  expect(button("Next: how").disabled).toBe(false);
});

test("a baby goes to health by rule", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await tap("Baby girl");
  await type("Given name", "Lovely");
  await tap("Register");
  await until(() => shown().includes("Health sees card"));
});

test("what somebody sees of a person is noted at any station, and taken back by the same tap", async () => {
  await station("serve");
  await scan("Card number", 3);
  await tap("Private talk, or seen soon");
  await tap("Pregnant");
  expect(entries("screening.health_need")).toHaveLength(1);
  await tap("Pregnant");
  expect(entries("screening.health_need")).toHaveLength(0);
});

test("in a crowd one need is chosen once and noted card after card, each once", async () => {
  await station("screen");
  await tap("One need, many cards");
  await tap("Walks with difficulty");
  for (const k of [3, 4, 3, 5]) await scan("Next card", k);
  await until(() => find('[data-testid="run-noted"]')?.textContent === "3");
  const told = entries<{ tag: string }>("screening.health_need").map((one) => [one.subject, one.tag]);
  const receptions = await Promise.all([3, 4, 5].map(receptionOf));
  expect(told).toEqual(receptions.map((one) => [one, "cannot_walk"]));
  await tap("End the run");
  await tap("Nowhere to sleep tonight");
  expect(find('[data-testid="run-noted"]')?.textContent).toBe("0");
});

test("whoever has waited for more than a day waits since a moment, not so many minutes", async () => {
  await told(1, "red", "2021-09-19T12:00:00Z");
  await station("screen");
  await until(() => shown().includes("since 19 Sep"));
});
