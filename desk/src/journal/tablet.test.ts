import { beforeEach, describe, expect, test } from "vitest";
import { NO_OWN_LOCK, PIN_TOO_SOON, PIN_WRONG, WORKER_UNKNOWN_HERE } from "../contracts/errors.gen";
import { base64 } from "./bytes";
import { newDeviceKey } from "./keys";
import { LockNeeded, type OwnLock, openRing, WrongPin } from "./ring";
import { writeSlot } from "./slots";
import { Desk, fromElsewhere, NADIA, numberOf, telling } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";
import { delayMs } from "./tries";

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

  test("what is told quietly is kept, neither counted nor sent at once, and goes along with the next round", async () => {
    await desk.signIn();
    await desk.tablet.syncNow();
    const asked = hub.asked.length;
    await desk.tablet.tell([telling({ note: "please come" })], true);
    expect(desk.seen.state.unsent).toBe(0);
    expect(hub.asked).toHaveLength(asked);
    hub.isSilent = true;
    await desk.tablet.tell([telling({ note: "a tap" })]);
    expect(desk.seen.state.unsent).toBe(1);
    await desk.restart();
    hub.isSilent = false;
    await desk.tablet.syncNow();
    expect([...hub.facts.values()].map(({ body }) => body)).toEqual([
      '{"note":"please come"}',
      '{"note":"a tap"}',
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

  test("a worker who is new here finds what they may read when the station opens", async () => {
    hub.list(fromElsewhere(hub, { note: "the cards of this site" }));
    await desk.signIn();
    expect(desk.seen.bodies()).toEqual(['{"note":"the cards of this site"}']);
  });

  test("a wrong PIN opens nothing, with or without a hub", async () => {
    expect(await numberOf(desk.signIn("000000"))).toBe(PIN_WRONG);
    await desk.signIn();
    await desk.tablet.lock();
    hub.isSilent = true;
    expect(await numberOf(desk.signIn("000000"))).toBe(PIN_WRONG);
    expect(desk.seen.state.phase).toBe("locked");
  });

  test("wrong PINs without a hub wait longer and longer, also after a restart, until the right one", async () => {
    await desk.signIn();
    await desk.tablet.lock();
    hub.isSilent = true;
    for (let i = 0; i < 4; i++) expect(await numberOf(desk.signIn("000000"))).toBe(PIN_WRONG);
    const fifth = desk.signIn("000000");
    await expect(fifth).rejects.toMatchObject({ number: PIN_TOO_SOON, params: { seconds: 2 } });
    await desk.restart();
    await expect(desk.signIn()).rejects.toMatchObject({ number: PIN_TOO_SOON, params: { seconds: 2 } });
    expect(await numberOf(desk.tablet.checkPin(NADIA, "123456"))).toBe(PIN_TOO_SOON);
    desk.seen.now += 2000;
    await expect(desk.signIn("000000")).rejects.toMatchObject({ params: { seconds: 4 } });
    desk.seen.now += 4000;
    await desk.signIn();
    expect(desk.seen.state.phase).toBe("open");
    expect(await numberOf(desk.signIn("000000"))).toBe(PIN_WRONG);
  });

  test("a new PIN that the hub knows opens at once, however many wrong ones were typed before", async () => {
    await desk.signIn();
    await desk.tablet.lock();
    hub.isSilent = true;
    for (let i = 0; i < 9; i++) {
      await numberOf(desk.signIn("000000"));
      desk.seen.now += 1_100_000;
    }
    await numberOf(desk.signIn("000000"));
    hub.isSilent = false;
    hub.pins.set(NADIA, "654321");
    await desk.signIn("654321");
    expect(desk.seen.state.phase).toBe("open");
  });

  test("waits no longer than seventeen minutes, and a clock set back makes it begin again, not last for days", async () => {
    expect([4, 5, 6, 14, 99].map(delayMs)).toEqual([0, 2000, 4000, 1_024_000, 1_024_000]);
    await desk.signIn();
    await desk.tablet.lock();
    hub.isSilent = true;
    for (let i = 0; i < 5; i++) await numberOf(desk.signIn("000000"));
    desk.seen.now -= 86_400_000;
    await expect(desk.signIn()).rejects.toMatchObject({ params: { seconds: 2 } });
    desk.seen.now += 2000;
    await desk.signIn();
    expect(desk.seen.state.phase).toBe("open");
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

  test("a ring opens by the PIN and this tablet's key together, by neither alone", async () => {
    await desk.signIn();
    expect((await openRing(desk.folder, desk.key.key, NADIA, "123456"))?.walls).toHaveProperty("child");
    await expect(openRing(desk.folder, desk.key.key, NADIA, "123457")).rejects.toThrow(WrongPin);
    const another = await newDeviceKey();
    expect(await openRing(desk.folder, another.key, NADIA, "123456")).toBeNull();
  });

  test("with the tablet's own lock a ring opens by all three, and without it nothing is counted", async () => {
    const lock = { credential: base64(new Uint8Array(40)), share: new Uint8Array(32).fill(7) };
    await desk.signIn();
    await desk.tablet.ownLock("123456", null, lock);
    expect(desk.seen.state.own_locks).toEqual({ [NADIA]: lock.credential });
    const opened = (pin: string, by: OwnLock | null) => openRing(desk.folder, desk.key.key, NADIA, pin, by);
    expect((await opened("123456", lock))?.walls).toHaveProperty("child");
    await expect(opened("123456", null)).rejects.toThrow(LockNeeded);
    await expect(opened("123457", lock)).rejects.toThrow(WrongPin);
    await expect(opened("123456", { ...lock, share: new Uint8Array(32).fill(8) })).rejects.toThrow(WrongPin);
    hub.isSilent = true;
    await desk.restart();
    expect(desk.seen.state.own_locks).toEqual({ [NADIA]: lock.credential });
    for (let times = 0; times < 12; times++) expect(await numberOf(desk.signIn())).toBe(NO_OWN_LOCK);
    await desk.tablet.signIn(NADIA, "123456", 1, lock);
    await desk.tablet.ownLock("123456", lock, null);
    await desk.signIn();
    expect(desk.seen.state).toMatchObject({ phase: "open", own_locks: {} });
  });

  test("whoever lost the tablet's own lock signs in anew near the hub, and it is asked no more", async () => {
    const lock = { credential: base64(new Uint8Array(40)), share: new Uint8Array(32).fill(7) };
    await desk.signIn();
    await desk.tablet.ownLock("123456", null, lock);
    await desk.restart();
    await desk.signIn();
    hub.isSilent = true;
    await desk.restart();
    await desk.signIn();
    expect(desk.seen.state).toMatchObject({ phase: "open", own_locks: {} });
  });

  test("a new PIN leaves no ring behind that the old one opens", async () => {
    await desk.signIn();
    hub.pins.set(NADIA, "654321");
    await desk.signIn("654321");
    expect([...desk.folder.files.keys()].filter((name) => name.startsWith("ring-"))).toHaveLength(1);
    await expect(openRing(desk.folder, desk.key.key, NADIA, "123456")).rejects.toThrow(WrongPin);
  });

  test("a ring that the device key alone would open is destroyed at the start", async () => {
    await desk.signIn();
    const [[name, bytes]] = [...desk.folder.files].filter(([name]) => name.startsWith("ring-")) as [
      [string, Uint8Array],
    ];
    const content = bytes.slice(12);
    content[1] = 0;
    await writeSlot(desk.folder, name.slice(0, -2), content);
    await desk.restart();
    expect(desk.seen.state.known_workers).toEqual([]);
    expect([...desk.folder.files.keys()].filter((name) => name.startsWith("ring-"))).toEqual([]);
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
