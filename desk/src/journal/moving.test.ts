import { beforeEach, expect, test } from "vitest";
import { TABLET_UNKNOWN, WORKER_UNKNOWN_HERE } from "../contracts/errors.gen";
import type { Bytes } from "./bytes";
import { scan, TOLD } from "./frames";
import { Desk, fromElsewhere, JO, numberOf, telling } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";

let hub: FakeHub;
let desk: Desk;

const said = () => desk.seen.bodies().map((body) => JSON.parse(body).note as string);
const atHub = () => [...hub.facts.values()].map(({ body }) => JSON.parse(body ?? "{}").note as string).sort();

beforeEach(async () => {
  hub = await FakeHub.start();
  desk = await Desk.enrolled(hub);
  await desk.signIn();
  await desk.tell(telling({ note: "acknowledged" }), telling({ note: "child" }, { wall: "child" }));
  hub.list(fromElsewhere(hub, { note: "theirs" }));
  await desk.tablet.syncNow();
  hub.refuses = TABLET_UNKNOWN;
  await desk.tell(telling({ note: "unsent" }));
  await desk.tablet.syncNow();
});

test("a tablet the hub does not know says so, and goes on keeping what is told", async () => {
  expect(desk.seen.state).toMatchObject({ refused: TABLET_UNKNOWN, unsent: 1, phase: "open" });
  await desk.tell(telling({ note: "more" }));
  expect(said()).toEqual(["acknowledged", "child", "more", "theirs", "unsent"]);
});

test("made known again, it tells the new hub all it ever told, and shows it to who signs in", async () => {
  hub.refuses = null;
  await hub.forget();
  await desk.tablet.enrol("another code");
  expect(desk.seen.state).toMatchObject({ refused: null, phase: "locked", known_workers: [] });
  expect(atHub()).toEqual(["acknowledged", "child", "unsent"]);
  desk.seen.facts.clear();
  await desk.signIn();
  expect(said()).toEqual(["acknowledged", "child", "unsent"]);

  await desk.tell(telling({ note: "after" }));
  hub.list(fromElsewhere(hub, { note: "others after" }));
  await desk.tablet.syncNow();
  expect(desk.seen.state.unsent).toBe(0);
  hub.isSilent = true;
  await desk.restart();
  await desk.signIn();
  expect(said()).toEqual(["acknowledged", "after", "child", "others after", "unsent"]);
  const numbers = [...hub.facts.values()].map(({ device, n }) => `${device} ${n}`);
  expect(new Set(numbers).size).toBe(numbers.length);
});

/** Nobody is signed in. What the hub had twice before stands in blocks, all else singly. */
async function onlyRingsOpen(isHeldTwice = false): Promise<void> {
  hub.refuses = null;
  if (isHeldTwice) hub.heldTo = 1000;
  const logs = () => [...desk.folder.files.keys()].filter((file) => file.startsWith("log-"));
  for (const reason of ["a", "b", "c", "d"]) {
    const [before] = logs();
    const subject = `018f0000-0000-7000-8000-00000000000${reason}`;
    hub.list(fromElsewhere(hub, { reason }, { kind: "journal.erase", subject }));
    await desk.tablet.syncNow();
    await expect.poll(logs).not.toContain(before);
  }
  const [log] = logs();
  const types = scan(desk.folder.files.get(log as string) as Bytes).frames.map(({ type }) => type);
  expect(types.includes(TOLD)).toBe(!isHeldTwice);
  await desk.restart();
}

test.each([false, true])(
  "made known again while nobody is signed in, it gives back what only rings open when their workers sign in (held twice: %s)",
  async (isHeldTwice) => {
    await onlyRingsOpen(isHeldTwice);
    await hub.forget();
    await desk.tablet.enrol("another code");
    expect(atHub()).toEqual([]);
    await desk.restart();
    desk.seen.facts.clear();
    await desk.signIn();
    await desk.tablet.syncNow();
    expect(atHub()).toEqual(["acknowledged", "child", "unsent"]);
    expect(said()).toEqual(["acknowledged", "child", "unsent"]);
    expect(desk.seen.state.unsent).toBe(0);
    hub.isSilent = true;
    await desk.restart();
    await desk.signIn();
    expect(said()).toEqual(["acknowledged", "child", "unsent"]);
  },
);

test("a hub that was restored with its key gets what was not held twice although nobody is signed in", async () => {
  await desk.tell(telling({ note: "for the office" }, { wall: "office" }));
  await onlyRingsOpen();
  hub.forgetFacts();
  hub.forgetTablets();
  await desk.tablet.enrol("another code");
  expect(atHub()).toEqual(["acknowledged", "child", "for the office", "unsent"]);
  expect(desk.seen.state).toMatchObject({ phase: "locked", unsent: 0 });
  desk.seen.facts.clear();
  await desk.signIn();
  expect(said()).toEqual(["acknowledged", "child", "unsent"]);
});

test("killed while it gives that back, it does so at the next sign-in", async () => {
  await onlyRingsOpen();
  await hub.forget();
  await desk.tablet.enrol("another code");
  const start = desk.folder.afterKill();
  for (let steps = 1; steps < 30; steps++) {
    hub.forgetFacts();
    desk.folder = start.afterKill();
    await desk.restart();
    desk.folder.stepsToLive = steps;
    await desk.signIn().catch(() => undefined);
    await desk.restart();
    await desk.signIn();
    await desk.tablet.syncNow();
    expect(atHub(), `killed at step ${steps}`).toEqual(["acknowledged", "child", "unsent"]);
    expect(said()).toEqual(["acknowledged", "child", "unsent"]);
  }
});

test("what the same hub still lists is shown to whoever signs in first, and once", async () => {
  await onlyRingsOpen();
  await desk.tablet.enrol("another code");
  await desk.tablet.syncNow();
  hub.pins.set(JO, "222222");
  desk.seen.facts.clear();
  await desk.tablet.signIn(JO, "222222", 1);
  expect(said().filter(Boolean)).toEqual(["acknowledged", "child", "theirs", "unsent"]);
  await desk.signIn();
  expect(said().filter(Boolean)).toEqual(["acknowledged", "child", "theirs", "unsent"]);
});

test("on a tablet without room for a second log nothing is lost, and the day goes on", async () => {
  hub.refuses = null;
  await hub.forget();
  const log = Math.max(...[...desk.folder.files.values()].map((bytes) => bytes.length));
  for (const room of [0, 200, 600, 1500, log, 2 * log]) {
    desk.folder.room = room;
    await numberOf(desk.tablet.enrol("another code"));
    desk.folder.room = Number.POSITIVE_INFINITY;
    await desk.signIn();
    await desk.tablet.lock();
  }
  await desk.restart();
  await desk.signIn();
  await desk.tablet.syncNow();
  expect(atHub()).toEqual(["acknowledged", "child", "unsent"]);
  expect(said()).toEqual(["acknowledged", "child", "unsent"]);
});

test("the same hub that only forgot the tablet has nothing twice", async () => {
  hub.refuses = null;
  await desk.tablet.enrol("another code");
  await desk.signIn();
  expect(atHub()).toEqual(["acknowledged", "child", "theirs", "unsent"]);
  expect(said()).toEqual(["acknowledged", "child", "theirs", "unsent"]);
});

test("the keys of before open nothing any more: the first sign-in needs the hub", async () => {
  hub.refuses = null;
  await hub.forget();
  await desk.tablet.enrol("another code");
  hub.isSilent = true;
  expect(await numberOf(desk.signIn())).toBe(WORKER_UNKNOWN_HERE);
});

test("a code that is not right leaves everything as it was", async () => {
  expect(await numberOf(desk.tablet.enrol("wrong"))).toBe(TABLET_UNKNOWN);
  expect(desk.seen.state.phase).toBe("open");
  expect(said()).toContain("theirs");
});

test("killed at any step of it, a tablet still has every own fact and tells it once it is known", async () => {
  hub.refuses = null;
  await hub.forget();
  const start = desk.folder.afterKill();
  for (let steps = 1; steps < 40; steps++) {
    await hub.forget();
    desk.folder = start.afterKill();
    hub.isSilent = true;
    await desk.restart();
    await desk.signIn();
    hub.isSilent = false;
    desk.folder.stepsToLive = steps;
    await numberOf(desk.tablet.enrol("another code"));
    hub.isSilent = true;
    await desk.restart();
    await numberOf(desk.signIn());
    hub.isSilent = false;
    // A code is used up by then; the manager gives the next one.
    await desk.tablet.enrol("next code");
    expect(atHub(), `killed at step ${steps}`).toEqual(["acknowledged", "child", "unsent"]);
    desk.seen.facts.clear();
    await desk.signIn();
    expect(said()).toEqual(["acknowledged", "child", "unsent"]);
  }
});
