// What ends a worker's way into a tablet: wrong PINs, a withdrawal, leaving the site. What was told is sent all the same.

import { beforeEach, expect, test } from "vitest";
import {
  PIN_TOO_SOON,
  PIN_WRONG,
  SHUT_OUT,
  TABLET_WITHDRAWN,
  WORKER_UNKNOWN_HERE,
} from "../contracts/errors.gen";
import { Desk, JO, NADIA, numberOf, telling } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";

let hub: FakeHub;
let desk: Desk;

const ofJo = { worker: JO, pin: "222222" };
const signInJo = () => desk.tablet.signIn(ofJo.worker, ofJo.pin, 2);
const rings = () => [...desk.folder.files.keys()].filter((name) => name.startsWith("ring-"));
const atHub = (kind: string) => [...hub.facts.values()].filter((fact) => fact.kind === kind);

beforeEach(async () => {
  hub = await FakeHub.start();
  desk = await Desk.enrolled(hub);
  hub.pins.set(JO, ofJo.pin);
  await signInJo();
  await desk.signIn();
  await desk.tablet.lock();
});

/** So many wrong PINs of Nadia, each after the wait is over; gives the last error. */
async function wrongPins(count: number): Promise<number | null> {
  let last: number | null = null;
  for (let i = 0; i < count; i++) {
    desk.seen.now += 1_100_000;
    last = await numberOf(desk.signIn("000000"));
  }
  desk.seen.now += 1_100_000;
  return last;
}

test("nine wrong PINs are forgiven by the right one", async () => {
  hub.isSilent = true;
  expect(await wrongPins(9)).toBe(PIN_TOO_SOON);
  await desk.signIn();
  expect(await wrongPins(9)).toBe(PIN_TOO_SOON);
  expect(desk.seen.state.known_workers).toHaveLength(2);
});

test("ten wrong PINs destroy that worker's ring, others work on, and the hub hears of it", async () => {
  hub.isSilent = true;
  expect(await wrongPins(10)).toBe(SHUT_OUT);
  expect(rings()).toHaveLength(1);
  expect(await numberOf(desk.signIn())).toBe(SHUT_OUT);
  await desk.restart();
  expect(await numberOf(desk.signIn())).toBe(SHUT_OUT);
  await signInJo();
  expect(desk.seen.state).toMatchObject({ phase: "open", known_workers: [JO] });
  hub.isSilent = false;
  await desk.tablet.syncNow();
  expect(atHub("test.shut_out").map(({ subject, worker }) => [subject, worker])).toEqual([[NADIA, null]]);
});

test("whoever was shut out signs in with the hub near, and from then on without it", async () => {
  hub.isSilent = true;
  await wrongPins(10);
  hub.isSilent = false;
  await desk.signIn();
  hub.isSilent = true;
  await desk.restart();
  await desk.signIn();
  expect(desk.seen.state.phase).toBe("open");
});

test("wrong PINs typed as a second worker's count as well", async () => {
  hub.isSilent = true;
  await signInJo();
  for (let i = 0; i < 10; i++) {
    desk.seen.now += 1_100_000;
    await desk.tablet.checkPin(NADIA, "000000").catch(() => false);
  }
  expect(desk.seen.state).toMatchObject({ phase: "open", known_workers: [JO] });
});

test("a tablet that died right after the tenth destroys the ring before it looks at another PIN", async () => {
  hub.isSilent = true;
  await wrongPins(9);
  const before = desk.folder.afterKill();
  await wrongPins(1);
  for (const [name, bytes] of desk.folder.files)
    if (name.startsWith("pin-tries")) before.files.set(name, bytes);
  desk.folder = before;
  await desk.restart();
  expect(rings()).toHaveLength(2);
  expect(await numberOf(desk.signIn())).toBe(SHUT_OUT);
  expect(rings()).toHaveLength(1);
});

test("a tablet taken out of service destroys all rings at the next contact, and sends what it had not sent", async () => {
  hub.isSilent = true;
  await desk.signIn();
  await desk.tell(telling({ note: "unsent" }));
  hub.isSilent = false;
  hub.refuses = TABLET_WITHDRAWN;
  await desk.tablet.syncNow();
  await expect.poll(rings).toEqual([]);
  expect(atHub("test.note")).toHaveLength(1);
  expect(desk.seen.state).toMatchObject({ phase: "locked", worker: null, known_workers: [], unsent: 0 });
  expect(await numberOf(desk.signIn())).toBe(TABLET_WITHDRAWN);
  hub.isSilent = true;
  expect(await numberOf(desk.signIn())).toBe(WORKER_UNKNOWN_HERE);
});

test("whoever no longer works at the site loses their ring at the next contact, and is signed out", async () => {
  await desk.signIn();
  hub.pins.delete(NADIA);
  desk.seen.now += 120_000;
  await desk.tablet.syncNow();
  await expect.poll(() => desk.seen.state.known_workers).toEqual([JO]);
  expect(desk.seen.state.phase).toBe("locked");
  expect(rings()).toHaveLength(1);
  expect(await numberOf(desk.signIn())).toBe(PIN_WRONG);
});
