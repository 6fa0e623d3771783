import { beforeEach, describe, expect, test } from "vitest";
import { STORAGE_REFUSED } from "../contracts/errors.gen";
import type { Fact } from "./api";
import { BLOCK, COMPLETE, MARK, SEGMENT, scan, TOLD, UNSENT } from "./frames";
import { Log } from "./log";
import { type Sealed, Segments } from "./segments";
import { Desk, fromElsewhere, NADIA, numberOf, ROSE, telling } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";

let hub: FakeHub;
let desk: Desk;

beforeEach(async () => {
  hub = await FakeHub.start();
  desk = await Desk.enrolled(hub);
});

/** How many frames of each type the log holds; while it is being written again, the one before. */
function frames(): Record<number, number> {
  const names = [...desk.folder.files.keys()].filter((name) => name.startsWith("log-")).sort();
  const logs = names.map((name) =>
    scan(desk.folder.files.get(name) as Uint8Array).frames.map(({ type }) => type),
  );
  const counts: Record<number, number> = {};
  for (const type of logs.reverse().find((types) => types.includes(COMPLETE)) ?? [])
    counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

const logs = () => [...desk.folder.files.keys()].filter((name) => name.startsWith("log-"));

/** Makes the tablet write its log again. */
async function rewritten(): Promise<void> {
  const [before] = logs();
  const somebody = `018f0000-0000-7000-8000-${String(hub.facts.size).padStart(12, "0")}`;
  hub.list(erasure({ subject: somebody }));
  await desk.tablet.syncNow();
  await expect.poll(logs).not.toContain(before);
}

/** The hub has what was told so far in two places; a tablet knows it from what is listed after it. */
async function heldTwice(): Promise<void> {
  hub.heldTo = 1000;
  for (let i = 0; i < 3; i++) {
    hub.list(fromElsewhere(hub, { after: i }));
    await desk.tablet.syncNow();
  }
}

const erasure = (over = {}) => fromElsewhere(hub, { reason: "asked" }, { kind: "journal.erase", ...over });

describe("erasing", () => {
  test("takes the words out of the log at once where somebody who may read them is signed in", async () => {
    await desk.signIn();
    await desk.tell(telling({ note: "mine" }));
    hub.list(fromElsewhere(hub, { note: "theirs" }));
    await desk.tablet.syncNow();
    expect(desk.seen.bodies()).toHaveLength(2);
    const size = frames();
    hub.list(erasure());
    await desk.tablet.syncNow();
    await expect.poll(() => desk.seen.bodies()).toEqual(['{"reason":"asked"}']);
    expect(frames()).not.toEqual(size);
    hub.isSilent = true;
    await desk.restart();
    await desk.signIn();
    expect(desk.seen.bodies()).toEqual(['{"reason":"asked"}']);
  });

  test("on a locked tablet waits for the next sign-in, which shows nothing of it", async () => {
    await desk.signIn();
    hub.list(fromElsewhere(hub, { note: "theirs" }));
    await desk.tablet.syncNow();
    await desk.tablet.lock();
    hub.list(erasure());
    await desk.tablet.syncNow();
    hub.isSilent = true;
    await desk.restart();
    const before = [...desk.folder.files.keys()].filter((name) => name.startsWith("log-"));
    await desk.signIn();
    expect(desk.seen.bodies()).toEqual(['{"reason":"asked"}']);
    await expect
      .poll(() => [...desk.folder.files.keys()].filter((name) => name.startsWith("log-")))
      .not.toEqual(before);
  });

  test.each([true, false])(
    "also empties what was told here and never sent (signed in: %s)",
    async (isSignedIn) => {
      await desk.signIn();
      hub.isSilent = true;
      const [mine] = await desk.tell(telling({ note: "mine" }));
      if (!isSignedIn) await desk.tablet.lock();
      hub.isSilent = false;
      hub.list(erasure());
      hub.chokesOn = mine?.id ?? null;
      await desk.tablet.syncNow();
      if (isSignedIn) await expect.poll(() => desk.seen.bodies()).not.toContain('{"note":"mine"}');
      hub.chokesOn = null;
      await desk.restart();
      await desk.tablet.syncNow();
      // Locked, it goes as it was sealed, and the hub strikes what comes late.
      expect([...hub.facts.values()].map(({ kind, body, salt }) => [kind, body, salt === null])).toEqual([
        ["journal.erase", '{"reason":"asked"}', false],
        ["test.note", null, true],
      ]);
    },
  );

  test("leaves the ledger, other walls and other people as they are, and strikes what comes late", async () => {
    await desk.signIn();
    hub.list(erasure());
    await desk.tablet.syncNow();
    hub.list(fromElsewhere(hub, { late: true }));
    hub.list(fromElsewhere(hub, { ledger: true }, { kind: "test.tally" }));
    hub.list(fromElsewhere(hub, { behind: "child" }, { wall: "child" }));
    hub.list(fromElsewhere(hub, { other: "person" }, { subject: NADIA }));
    await desk.tablet.syncNow();
    expect(desk.seen.bodies()).toEqual([
      '{"behind":"child"}',
      '{"ledger":true}',
      '{"other":"person"}',
      '{"reason":"asked"}',
    ]);
  });
});

describe("streams", () => {
  test("a stream that is no longer listed goes from the tablet, what was not sent stays", async () => {
    await desk.signIn();
    const arrival = "018f0000-0000-7000-8000-0000000000c0";
    const scope = { site: hub.site, arrivals: [arrival] };
    hub.readable.push(hub.stream("reception", arrival));
    hub.list(fromElsewhere(hub, { note: "of the flight" }, { scope }));
    hub.list(fromElsewhere(hub, { note: "of the site" }));
    await desk.tablet.syncNow();
    expect(desk.seen.bodies()).toHaveLength(2);
    const [note] = await desk.tell(telling({ note: "mine" }, { arrivals: [arrival] }));
    hub.chokesOn = note?.id ?? null;
    hub.readable.pop();
    await desk.tablet.syncNow();
    await expect.poll(() => desk.seen.bodies()).toEqual(['{"note":"mine"}', '{"note":"of the site"}']);
    await desk.restart();
    expect(desk.seen.state.unsent).toBe(1);
  });

  test("that do not add up are read again from the start, once", async () => {
    await desk.signIn();
    hub.list(fromElsewhere(hub, { note: "a" }));
    hub.list(fromElsewhere(hub, { note: "b" }));
    await desk.tablet.syncNow();
    // The hub lost a listing and numbered another one in its place.
    const stream = hub.stream("reception");
    hub.listings.set(stream, [
      fromElsewhere(hub, { note: "c" }),
      ...(hub.listings.get(stream) ?? []).slice(1),
    ]);
    hub.pulled = 0;
    await desk.tablet.syncNow();
    await expect.poll(() => desk.seen.bodies()).toContain('{"note":"c"}');
    expect(hub.pulled).toBe(2);
    await desk.tablet.syncNow();
    expect(hub.pulled).toBe(2);
  });

  test("a fact listed twice is shown and kept once", async () => {
    await desk.signIn();
    const fact = fromElsewhere(hub, { note: "moved" });
    hub.list(fact);
    await desk.tablet.syncNow();
    hub.list(fact);
    await desk.tablet.syncNow();
    expect(desk.seen.facts.size).toBe(1);
    expect(hub.pulled).toBe(2);
    await desk.tablet.syncNow();
    expect(hub.pulled).toBe(2);
  });

  test("many pages arrive whole, and go on after a restart where they ended", async () => {
    hub.page = 7;
    for (let i = 0; i < 50; i++) hub.list(fromElsewhere(hub, { i }));
    await desk.tablet.syncNow();
    expect(hub.pulled).toBe(50);
    await desk.restart();
    await desk.tablet.syncNow();
    expect(hub.pulled).toBe(50);
    await desk.signIn();
    expect(desk.seen.facts.size).toBe(50);
  });
});

describe("another hub than before", () => {
  test("is offered everything the tablet holds of its own, and what others told is fetched again", async () => {
    await desk.signIn();
    await desk.tell(telling({ note: "mine" }));
    hub.list(fromElsewhere(hub, { note: "theirs" }));
    await desk.tablet.syncNow();
    hub.facts.clear();
    hub.listings.clear();
    hub.epoch = ROSE;
    await desk.tablet.syncNow();
    await desk.tablet.syncNow();
    expect([...hub.facts.values()].map(({ body }) => body)).toEqual(['{"note":"mine"}']);
    expect(desk.seen.state.unsent).toBe(0);
  });

  test("gets what was never held twice although nobody is signed in, whatever wall it stands behind", async () => {
    await desk.signIn();
    await desk.tell(telling({ note: "mine" }), telling({ note: "for the office" }, { wall: "office" }));
    await desk.tablet.syncNow();
    await rewritten();
    await desk.restart();
    hub.facts.clear();
    hub.listings.clear();
    hub.epoch = ROSE;
    await desk.tablet.syncNow();
    await desk.tablet.syncNow();
    expect([...hub.facts.values()].map(({ n, body }) => [n, body])).toEqual([
      [1, '{"note":"mine"}'],
      [2, '{"note":"for the office"}'],
    ]);
    expect(desk.seen.state).toMatchObject({ phase: "locked", unsent: 0 });
  });

  test("also gets what only a ring can read by now, at the next sign-in", async () => {
    await desk.signIn();
    await desk.tell(telling({ note: "mine" }));
    await heldTwice();
    await rewritten();
    expect(frames()[TOLD]).toBe(undefined);
    await desk.restart();
    hub.facts.clear();
    hub.listings.clear();
    hub.epoch = ROSE;
    await desk.tablet.syncNow();
    expect(hub.facts.size).toBe(0);
    await desk.signIn();
    await desk.tablet.syncNow();
    expect([...hub.facts.values()].map(({ body }) => body)).toEqual(['{"note":"mine"}']);
  });
});

describe("the log written again", () => {
  test("keeps singles that were not sent, makes blocks of the rest, and forgets what is done with", async () => {
    await desk.signIn();
    for (let i = 0; i < 20; i++) {
      await desk.tell(telling({ i }));
      await desk.tablet.syncNow();
    }
    await heldTwice();
    const [waiting] = await desk.tell(telling({ i: 20 }));
    hub.chokesOn = waiting?.id ?? null;
    await rewritten();
    expect(frames()).toMatchObject({ [TOLD]: 1, [BLOCK]: 1, [MARK]: expect.any(Number) });
    expect(frames()[SEGMENT]).toBeLessThan(5);
    await desk.restart();
    await desk.signIn();
    expect(desk.seen.facts.size).toBe(25);
    const [next] = await desk.tell(telling({}));
    expect(next?.n).toBe(22);
  });

  test("keeps what stands behind walls nobody here can read, until the hub holds it twice", async () => {
    const office = telling({ note: "for the office" }, { wall: "office" });
    await desk.signIn();
    await desk.tell(office);
    await desk.tablet.syncNow();
    await desk.restart();
    await desk.signIn();
    await rewritten();
    expect(frames()[TOLD]).toBe(1);
    await heldTwice();
    await rewritten();
    expect(frames()[TOLD] ?? 0).toBe(0);
  });
});

describe("a log of before, with copies under the tablet's own key", () => {
  test("hands over what stood nowhere else, and is written anew without them although nobody is signed in", async () => {
    hub.isSilent = true;
    const [told] = await desk.tell(telling({ note: "twice" }));
    const alone = { ...(told as Fact), id: NADIA, n: 2, body: '{"note":"copy alone"}' };
    desk.tablet.close();
    const log = await Log.open(desk.folder);
    const segments = new Segments({ device: desk.key.key, hub: desk.key.key, walls: {} }, 100);
    const batch: Sealed[] = [];
    for (const fact of [told as Fact, alone])
      await segments.seal(batch, UNSENT, "device", JSON.stringify(fact), fact.n, fact.id);
    log.append(batch);
    await desk.restart();
    expect(desk.seen.state.unsent).toBe(2);
    hub.isSilent = false;
    await desk.tablet.syncNow();
    expect([...hub.facts.values()].map(({ n, body }) => [n, body])).toEqual([
      [1, '{"note":"twice"}'],
      [2, '{"note":"copy alone"}'],
    ]);
    await expect.poll(() => frames()[UNSENT]).toBe(undefined);
    await desk.signIn();
    expect(desk.seen.bodies()).toEqual(['{"note":"copy alone"}', '{"note":"twice"}']);
    const [next] = await desk.tell(telling({}));
    expect(next?.n).toBe(3);
  });
});

describe("what lies on the tablet", () => {
  test("shows neither what was told, nor keys, nor the token, nor the PIN", async () => {
    await desk.signIn();
    await desk.tell(telling({ family_name: "Toussaint" }));
    hub.list(fromElsewhere(hub, { family_name: "Jean-Baptiste" }));
    await desk.tablet.syncNow();
    const everything = desk.everything();
    for (const word of [
      "Toussaint",
      "Jean-Baptiste",
      "family_name",
      "reception",
      "token",
      "123456",
      "Nadia",
      "Tablet 7",
    ])
      expect(everything).not.toContain(word);
  });

  test("a tap the storage refuses is not kept, not shown and not sent, and numbers go on without a gap", async () => {
    await desk.signIn();
    desk.folder.room = 100;
    expect(await numberOf(desk.tell(telling({ note: "lost" })))).toBe(STORAGE_REFUSED);
    desk.folder.room = Number.POSITIVE_INFINITY;
    const [fact] = await desk.tell(telling({ note: "kept" }));
    expect(fact?.n).toBe(1);
    await desk.tablet.syncNow();
    expect([...hub.facts.values()].map(({ body }) => body)).toEqual(['{"note":"kept"}']);
    await desk.restart();
    await desk.signIn();
    expect(desk.seen.bodies()).toEqual(['{"note":"kept"}']);
  });

  test("killed at any step, a tablet has every acknowledged fact and sends it once", async () => {
    await desk.signIn();
    await desk.tell(telling({ say: "before" }));
    await desk.tablet.syncNow();
    hub.isSilent = true;
    const start = desk.folder.afterKill();
    for (let steps = 1; steps < 24; steps++) {
      desk.folder = start.afterKill();
      hub.isSilent = true;
      await desk.restart();
      desk.folder.stepsToLive = steps;
      const acknowledged = ["before"];
      for (const say of ["a", "b", "c", "d"]) {
        const batch = [telling({ say }), telling({ say: `${say} too` }, { wall: "child" })];
        const number = await numberOf(desk.tell(...batch));
        if (number === null) acknowledged.push(say, `${say} too`);
      }
      await desk.restart();
      await desk.signIn();
      const said = desk.seen.bodies().map((body) => JSON.parse(body).say as string);
      expect(said).toEqual(expect.arrayContaining(acknowledged));
      expect(said.length % 2, "a tap is whole or was never made").toBe(1);
    }
  });
});
