// Within a shift a badge and two digits let a worker in again, for 15 minutes after the whole PIN, and nothing of it is kept.

import { beforeEach, expect, test } from "vitest";
import { BADGE_WRONG, WHOLE_PIN_NEEDED } from "../contracts/errors.gen";
import { Desk, fromElsewhere, NADIA, numberOf } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";

const SECRET = "ABCDEFGHIJKLMNOPQRSTUVW2";
const MINUTE = 60_000;

let hub: FakeHub;
let desk: Desk;

const hashOf = async (secret: string) =>
  Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(secret))).toString("hex");
const byBadge = (digits = "12", secret = SECRET) =>
  desk.tablet.signInByBadge({ worker: NADIA, secret }, digits, 2);
const isOffered = () => expect.poll(() => desk.seen.state.by_badge).toEqual([NADIA]);

beforeEach(async () => {
  hub = await FakeHub.start();
  hub.badges.set(NADIA, await hashOf(SECRET));
  desk = await Desk.enrolled(hub);
  hub.list(fromElsewhere(hub, { note: "behind the wall" }));
  await desk.signIn();
  await desk.tablet.syncNow();
  await isOffered();
  await desk.tablet.lock();
  desk.seen.facts.clear();
  hub.isSilent = true;
});

test("the badge and the first two digits open what the whole PIN opened, without the hub", async () => {
  await byBadge();
  expect(desk.seen.state).toMatchObject({ phase: "open", worker: { id: NADIA } });
  expect(desk.seen.bodies()).toEqual([JSON.stringify({ note: "behind the wall" })]);
});

test("after three pairs that do not fit the whole PIN is asked for, which lets the badge in again", async () => {
  expect(await numberOf(byBadge("34"))).toBe(BADGE_WRONG);
  expect(await numberOf(byBadge("12", `${SECRET.slice(0, -1)}3`))).toBe(BADGE_WRONG);
  expect(await numberOf(byBadge("99"))).toBe(WHOLE_PIN_NEEDED);
  expect(await numberOf(byBadge())).toBe(WHOLE_PIN_NEEDED);
  expect(desk.seen.state).toMatchObject({ phase: "locked", by_badge: [] });
  await desk.signIn();
  await isOffered();
  await byBadge();
  expect(desk.seen.state.phase).toBe("open");
});

test("a hundred pairs at once are three tries", async () => {
  const pairs = [...Array(100).keys()].map((pair) => numberOf(byBadge(String(pair).padStart(2, "0"))));
  expect((await Promise.all(pairs)).filter((number) => number === null)).toEqual([]);
});

test("fifteen minutes after the whole PIN the badge is not enough, however often it was used", async () => {
  desk.seen.now += 14 * MINUTE;
  await byBadge();
  desk.seen.now += MINUTE;
  expect(await numberOf(byBadge())).toBe(WHOLE_PIN_NEEDED);
  expect(desk.seen.state).toMatchObject({ phase: "locked", by_badge: [] });
});

test("by then it is gone from memory, and a clock set back brings nothing back", async () => {
  desk.seen.now -= MINUTE;
  expect(await numberOf(byBadge())).toBe(WHOLE_PIN_NEEDED);
  desk.seen.now += MINUTE;
  await desk.signIn();
  await isOffered();
  for (const { ms, run } of desk.seen.timers) if (ms === 15 * MINUTE) run();
  expect(desk.seen.state.by_badge).toEqual([]);
});

test("a restart forgets it: nothing of it is on the disk", async () => {
  const before = [...desk.folder.files.keys()];
  await byBadge();
  expect([...desk.folder.files.keys()]).toEqual(before);
  await desk.restart();
  expect(await numberOf(byBadge())).toBe(WHOLE_PIN_NEEDED);
});

test("whoever no longer works here and everybody on a withdrawn tablet is not let in by a badge", async () => {
  hub.isSilent = false;
  hub.pins.delete(NADIA);
  desk.seen.now += 2 * MINUTE;
  await desk.tablet.syncNow();
  await expect.poll(() => desk.seen.state.by_badge).toEqual([]);
  expect(await numberOf(byBadge())).toBe(WHOLE_PIN_NEEDED);
});
