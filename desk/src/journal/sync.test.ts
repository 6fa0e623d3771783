import { beforeEach, describe, expect, test } from "vitest";
import { TABLET_UNKNOWN } from "../contracts/errors.gen";
import { Desk, fromElsewhere, telling } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";

let hub: FakeHub;
let desk: Desk;

beforeEach(async () => {
  hub = await FakeHub.start();
  desk = await Desk.enrolled(hub);
});

const pause = () => desk.seen.timers.at(-1)?.ms ?? 0;

describe("sync", () => {
  test("waits longer after each silence, up to fifteen seconds, and is back at once when the hub is", async () => {
    hub.isSilent = true;
    const pauses: number[] = [];
    for (let i = 0; i < 7; i++) {
      await desk.tablet.syncNow();
      pauses.push(pause());
    }
    expect(pauses).toEqual([750, 1500, 3000, 6000, 11250, 11250, 11250]);
    hub.isSilent = false;
    await desk.tablet.syncNow();
    expect(pause()).toBe(4000);
  });

  test("sends a tap at once while the hub is heard, and does not ask a silent hub for every tap", async () => {
    await desk.tell(telling({}));
    await expect.poll(() => hub.facts.size).toBe(1);
    await expect.poll(() => desk.seen.state.syncing).toBe(null);
    hub.isSilent = true;
    await desk.tablet.syncNow();
    const asked = hub.asked.length;
    await desk.tell(telling({}));
    await desk.tell(telling({}));
    expect(hub.asked.length).toBe(asked);
  });

  test("fetches nothing after a start until somebody opens their ring, and goes on when they have left", async () => {
    hub.asksForRings = true;
    await desk.signIn();
    await desk.restart();
    hub.list(fromElsewhere(hub, { note: "told elsewhere" }));
    const before = hub.pulled;
    await desk.tell(telling({}));
    await desk.tablet.syncNow();
    expect(desk.seen.unsent.size).toBe(0);
    expect(hub.pulled).toBe(before);
    await desk.signIn();
    await desk.tablet.syncNow();
    expect(desk.seen.bodies().join()).toContain("told elsewhere");
    await desk.tablet.lock();
    const pulled = hub.pulled;
    hub.list(fromElsewhere(hub, { note: "told later" }));
    await desk.tablet.syncNow();
    expect(hub.pulled).toBeGreaterThan(pulled);
  });

  test("a tap does not wait for a hub that hangs", async () => {
    hub.hangs = true;
    void desk.tablet.syncNow();
    const facts = await desk.tell(telling({ note: "told" }));
    expect(facts).toHaveLength(1);
  });

  test("sends thousands of facts in batches of at most two hundred, in their order", async () => {
    hub.isSilent = true;
    await desk.tell(...Array.from({ length: 450 }, (_, i) => telling({ i })));
    hub.isSilent = false;
    await desk.tablet.syncNow();
    expect(hub.batches).toEqual([200, 200, 50]);
    expect([...hub.facts.values()].map(({ n }) => n)).toEqual(Array.from({ length: 450 }, (_, i) => i + 1));
  });

  test("one fact the hub chokes on holds no other up", async () => {
    hub.isSilent = true;
    const facts = await desk.tell(...Array.from({ length: 30 }, (_, i) => telling({ i })));
    hub.isSilent = false;
    hub.chokesOn = facts[13]?.id ?? null;
    await desk.tablet.syncNow();
    expect(hub.facts.size).toBe(29);
    expect(desk.seen.state.unsent).toBe(1);
    hub.chokesOn = null;
    await desk.tablet.syncNow();
    expect(desk.seen.state.unsent).toBe(0);
  });

  test("a fact that the hub sets aside is acknowledged too", async () => {
    hub.answersWith = "set aside";
    await desk.tell(telling({}));
    await desk.tablet.syncNow();
    expect(desk.seen.state.unsent).toBe(0);
    expect(desk.seen.unsent.size).toBe(0);
  });

  test("an answer that got lost makes the tablet send again, and the hub still has it once", async () => {
    hub.losesAnswers = 1;
    await desk.tell(telling({}));
    await desk.tablet.syncNow();
    await desk.tablet.syncNow();
    expect(hub.batches).toEqual([1, 1]);
    expect(hub.facts.size).toBe(1);
    expect(desk.seen.state.unsent).toBe(0);
  });

  test("a hub that refuses the tablet is reported by the number of its error", async () => {
    hub.refuses = TABLET_UNKNOWN;
    await desk.tell(telling({}));
    await desk.tablet.syncNow();
    expect(desk.seen.state).toMatchObject({ refused: TABLET_UNKNOWN, unsent: 1 });
    hub.refuses = null;
    await desk.tablet.syncNow();
    expect(desk.seen.state).toMatchObject({ refused: null, unsent: 0 });
  });

  test("learns the offset of a wrong clock from the hub, and tells with the corrected time", async () => {
    desk.seen.now = Date.now() - 3_600_000;
    await desk.tablet.syncNow();
    const [fact] = await desk.tell(telling({}));
    expect(Math.abs(Date.parse(fact?.at ?? "") - Date.now())).toBeLessThan(10_000);
  });

  test("a fact far in the future does not carry the tablet's clock away", async () => {
    hub.list(fromElsewhere(hub, {}, { clock: "ffff000000000000" }));
    await desk.tablet.syncNow();
    const [fact] = await desk.tell(telling({}));
    expect(fact?.clock.startsWith("ffff")).toBe(false);
  });
});
