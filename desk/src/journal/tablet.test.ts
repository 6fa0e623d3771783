import { beforeEach, describe, expect, test } from "vitest";
import { PIN_WRONG, WORKER_UNKNOWN_HERE } from "../contracts/errors.gen";
import { Desk, fromElsewhere, NADIA, numberOf, telling } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";

let hub: FakeHub;
let desk: Desk;

beforeEach(async () => {
  hub = await FakeHub.start();
  desk = await Desk.enrolled(hub);
});

describe("telling", () => {
  test("what was told reaches the hub once and is no longer counted as unsent", async () => {
    await desk.signIn();
    await desk.tablet.tell([telling({ note: "a" }), telling({ note: "b" })]);
    await desk.tablet.syncNow();
    await desk.tablet.syncNow();
    expect([...hub.facts.values()].map(({ n, worker }) => [n, worker])).toEqual([
      [1, NADIA],
      [2, NADIA],
    ]);
    expect(desk.seen.state.unsent).toBe(0);
  });

  test("what was told without a hub is still there, and unsent, after a restart", async () => {
    await desk.signIn();
    hub.isSilent = true;
    await desk.tablet.tell([telling({ note: "kept" })]);
    await desk.restart();
    expect(desk.seen.state.unsent).toBe(1);
    await desk.signIn();
    expect(desk.seen.bodies()).toEqual(['{"note":"kept"}']);
  });

  test("a tablet that nobody signed in to sends what was told before the restart", async () => {
    await desk.signIn();
    hub.isSilent = true;
    await desk.tablet.tell([telling({ note: "kept" })]);
    hub.isSilent = false;
    await desk.restart();
    await desk.tablet.syncNow();
    expect([...hub.facts.values()].map(({ body }) => body)).toEqual(['{"note":"kept"}']);
    expect(desk.seen.state.phase).toBe("locked");
  });

  test("numbers go on where they ended", async () => {
    await desk.tablet.tell([telling({})]);
    await desk.restart();
    const [fact] = await desk.tablet.tell([telling({})]);
    expect(fact?.n).toBe(2);
  });

  test("nobody signed in: facts can be told, nothing is shown", async () => {
    await desk.tablet.tell([telling({ note: "x" })]);
    await desk.tablet.syncNow();
    expect(hub.facts.size).toBe(1);
    expect(desk.seen.bodies()).toEqual([]);
  });
});

describe("signing in", () => {
  test("works without a hub after the first time", async () => {
    await desk.signIn();
    hub.isSilent = true;
    await desk.restart();
    const asked = hub.asked.length;
    await desk.signIn();
    // The hub is asked beside, and its silence changes nothing.
    await expect.poll(() => hub.asked.slice(asked)).toContain("/access/sign-in");
    await desk.tablet.syncNow();
    expect(desk.seen.state).toMatchObject({ phase: "open", worker: { id: NADIA }, known_workers: [NADIA] });
  });

  test("a wrong PIN opens nothing, with or without a hub", async () => {
    expect(await numberOf(desk.signIn("000000"))).toBe(PIN_WRONG);
    await desk.signIn();
    await desk.tablet.lock();
    hub.isSilent = true;
    expect(await numberOf(desk.signIn("000000"))).toBe(PIN_WRONG);
    expect(desk.seen.state.phase).toBe("locked");
  });

  test("a wrong PIN on a tablet that somebody left open closes it", async () => {
    await desk.signIn();
    expect(await numberOf(desk.signIn("000000"))).toBe(PIN_WRONG);
    hub.list(fromElsewhere(hub, { note: "theirs" }));
    await desk.tablet.syncNow();
    expect(desk.seen.bodies()).toEqual([]);
    expect(desk.seen.state).toMatchObject({ phase: "locked", worker: null });
  });

  test("somebody new needs the hub", async () => {
    hub.isSilent = true;
    expect(await numberOf(desk.signIn())).toBe(WORKER_UNKNOWN_HERE);
  });

  test("a PIN that was changed at the hub ends the session that the old one opened", async () => {
    await desk.signIn();
    await desk.tablet.lock();
    hub.pins.set(NADIA, "654321");
    await desk.signIn();
    await expect.poll(() => desk.seen.state.phase).toBe("locked");
    expect(desk.seen.state.known_workers).toEqual([]);
  });

  test("a sign-in that was left before it was done opens nothing", async () => {
    await desk.signIn();
    await desk.tablet.lock();
    const signingIn = desk.signIn();
    await desk.tablet.lock();
    await signingIn;
    expect(desk.seen.state).toMatchObject({ phase: "locked", worker: null });
  });

  test("a second worker's PIN is checked without changing who works", async () => {
    await desk.signIn();
    expect(await desk.tablet.checkPin(NADIA, "123456")).toBe(true);
    expect(await desk.tablet.checkPin(NADIA, "111111")).toBe(false);
    expect(desk.seen.state.worker?.id).toBe(NADIA);
  });
});

describe("fetching", () => {
  test("what others told is shown to who is signed in", async () => {
    await desk.signIn();
    hub.list(fromElsewhere(hub, { note: "theirs" }));
    await desk.tablet.syncNow();
    expect(desk.seen.bodies()).toEqual(['{"note":"theirs"}']);
  });

  test("what arrived while nobody was signed in is shown at the next sign-in, without a hub", async () => {
    hub.list(fromElsewhere(hub, { note: "theirs" }));
    await desk.tablet.syncNow();
    await desk.signIn();
    await desk.tablet.lock();
    hub.isSilent = true;
    await desk.restart();
    await desk.signIn();
    expect(desk.seen.bodies()).toEqual(['{"note":"theirs"}']);
  });
});
