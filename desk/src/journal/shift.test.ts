// A shift that ends closes what it opened, with the hub or without; a day badge makes a volunteer for one.

import { beforeEach, expect, test } from "vitest";
import {
  DAY_BADGE_UNKNOWN,
  DAY_BADGE_USED,
  HUB_SILENT,
  PIN_WRONG,
  SHIFT_OVER,
} from "../contracts/errors.gen";
import type { Wall } from "./api";
import type { Ring } from "./ring";
import { closesAt, inForce, overAt } from "./shift";
import { Desk, fromElsewhere, NADIA, numberOf, telling } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";

const SECRET = "ABCDEFGHIJKLMNOPQRSTUVW2";
const PIN = "738201";
const HOUR = 3_600_000;
const BADGE = { secret: SECRET, first_name: "", language: "ht", pin: PIN };

let hub: FakeHub;
let desk: Desk;
let volunteer: string;

const rings = () => [...desk.folder.files.keys()].filter((name) => name.startsWith("ring-"));
const signIn = (session = 5) => desk.tablet.signIn(volunteer, PIN, session);
/** The tablet's timers run as far as they are due. */
function passes(ms: number) {
  desk.seen.now += ms;
  const due = desk.seen.timers.filter((timer) => timer.ms <= ms);
  desk.seen.timers = desk.seen.timers.filter((timer) => timer.ms > ms);
  for (const { run } of due) run();
}

beforeEach(async () => {
  hub = await FakeHub.start();
  hub.dayBadges.set(SECRET, null);
  let now = () => 1_632_060_000_000;
  hub.now = () => now();
  desk = await Desk.enrolled(hub);
  now = () => desk.seen.now;
  hub.list(fromElsewhere(hub, { note: "behind the wall" }));
  await desk.tablet.syncNow();
  await desk.tablet.beginShift(BADGE, 2);
  volunteer = hub.dayBadges.get(SECRET) as string;
});

test("a day badge opens the tablet at once, and from then on its PIN does so without the hub", async () => {
  expect(desk.seen.state).toMatchObject({ phase: "open", worker: { id: volunteer, day_badge: 1 } });
  expect(desk.seen.bodies()).toEqual(['{"note":"behind the wall"}']);
  await expect.poll(() => desk.seen.state.workers?.map(({ id }) => id)).toContain(volunteer);
  hub.isSilent = true;
  await desk.restart();
  await signIn();
  expect(desk.seen.state.phase).toBe("open");
});

test("the badge and two digits of the new PIN are enough for a quarter of an hour", async () => {
  await expect.poll(() => desk.seen.state.by_badge).toEqual([volunteer]);
  hub.isSilent = true;
  await desk.tablet.lock();
  await desk.tablet.signInByBadge({ worker: volunteer, secret: SECRET }, PIN.slice(0, 2), 3);
  expect(desk.seen.state.phase).toBe("open");
});

test("scanned again, here or on another tablet, it names the same volunteer and begins nothing", async () => {
  const other = await Desk.enrolled(hub);
  other.seen.now = desk.seen.now;
  expect(await other.tablet.bearerOf(SECRET)).toBe(volunteer);
  expect(other.seen.state.workers?.map(({ id }) => id)).toContain(volunteer);
  expect(await numberOf(other.tablet.beginShift({ ...BADGE, pin: "904713" }, 3))).toBe(DAY_BADGE_USED);
  expect(await numberOf(other.tablet.signIn(volunteer, "904713", 4))).toBe(PIN_WRONG);
  await other.tablet.signIn(volunteer, PIN, 5);
  expect(other.seen.state).toMatchObject({ phase: "open", worker: { id: volunteer } });
});

test("an unknown badge, and any badge without the hub, begins nothing and says so", async () => {
  expect(await numberOf(desk.tablet.bearerOf("ZZZZZZZZZZZZZZZZZZZZZZZZ"))).toBe(DAY_BADGE_UNKNOWN);
  hub.isSilent = true;
  expect(await numberOf(desk.tablet.bearerOf(SECRET))).toBe(HUB_SILENT);
  expect(await numberOf(desk.tablet.beginShift(BADGE, 3))).toBe(HUB_SILENT);
  expect(desk.seen.state.phase).toBe("locked");
});

test("at the end of the shift the volunteer is out and the ring gone, without a hub", async () => {
  await expect.poll(() => desk.seen.state.workers?.length).toBe(2);
  hub.isSilent = true;
  passes(8 * HOUR);
  await expect.poll(rings).toEqual([]);
  expect(desk.seen.state).toMatchObject({ phase: "locked", worker: null, by_badge: [] });
  expect(await numberOf(signIn())).toBe(SHIFT_OVER);
});

test("a tablet that slept over the end tells nothing more by that shift, and a clock set back gives no time", async () => {
  hub.isSilent = true;
  desk.seen.now += 8 * HOUR;
  expect(await numberOf(desk.tell(telling({ note: "late" })))).toBe(SHIFT_OVER);
  expect(desk.seen.state.phase).toBe("locked");
  desk.seen.now -= 2 * HOUR;
  expect(await numberOf(signIn())).toBe(SHIFT_OVER);
  expect(rings()).toEqual([]);
});

test("a clock set back after something was told past the end opens nothing", async () => {
  hub.isSilent = true;
  await desk.tablet.lock();
  desk.seen.now += 9 * HOUR;
  await desk.tell(telling({ note: "told by nobody" }));
  desk.seen.now -= 5 * HOUR;
  expect(await numberOf(signIn())).toBe(SHIFT_OVER);
  expect(rings()).toEqual([]);
});

test("badge and two digits open nothing after the end", async () => {
  hub.isSilent = true;
  await desk.tablet.lock();
  desk.seen.now += 7.9 * HOUR;
  await signIn();
  await expect.poll(() => desk.seen.state.by_badge).toEqual([volunteer]);
  await desk.tablet.lock();
  desk.seen.now += 0.1 * HOUR;
  const byBadge = desk.tablet.signInByBadge({ worker: volunteer, secret: SECRET }, PIN.slice(0, 2), 6);
  expect(await numberOf(byBadge)).toBe(SHIFT_OVER);
  expect(desk.seen.state.phase).toBe("locked");
  expect(rings()).toEqual([]);
});

test("a shift that the office ended is over at the next contact", async () => {
  hub.shifts.set(volunteer, desk.seen.now);
  desk.seen.now += 120_000;
  await desk.tablet.syncNow();
  await expect.poll(rings).toEqual([]);
  expect(desk.seen.state.phase).toBe("locked");
  expect(await numberOf(signIn())).toBe(SHIFT_OVER);
});

test("what was told within the shift is sent after it", async () => {
  hub.isSilent = true;
  await desk.tell(telling({ note: "in time" }));
  passes(8 * HOUR);
  hub.isSilent = false;
  await desk.tablet.syncNow();
  expect([...hub.facts.values()].map(({ body, worker }) => [body, worker])).toContainEqual([
    '{"note":"in time"}',
    volunteer,
  ]);
});

test("a second person's PIN counts no longer once their shift is over", async () => {
  await desk.signIn();
  hub.isSilent = true;
  expect(await desk.tablet.checkPin(volunteer, PIN)).toBe(true);
  desk.seen.now += 8 * HOUR;
  expect(await numberOf(desk.tablet.checkPin(volunteer, PIN))).toBe(SHIFT_OVER);
});

test("a wall lent for a shift closes when it ends; the rest opens by the same PIN", () => {
  const at = Date.parse("2021-09-19T14:00:00Z");
  const walls = { reception: "r", child: "c" } as Partial<Record<Wall, string>>;
  const ring: Ring = {
    worker: { id: NADIA, short_name: "Nadia", languages: [], places: [], reads: [], finds: true },
    walls,
    pin_cost: { memory_kib: 1, iterations: 1, parallelism: 1 },
    until: { child: "2021-09-19T14:00:00Z" },
  };
  expect(inForce(ring, at - 1)?.walls).toEqual(walls);
  expect(inForce(ring, at)?.walls).toEqual({ reception: "r" });
  expect([overAt(ring), closesAt(ring, at)]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  expect(closesAt(ring, at - 1)).toBe(at);
  expect(inForce({ ...ring, walls: { child: "c" } }, at)).toBeNull();
});
