// Days of a tablet by seed: told, sent, fetched, erased, locked, full, killed anywhere; run more with AKEYI_SEEDS.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Telling } from "./archive";
import { Desk, fromElsewhere, numberOf, telling } from "./testing/cast";
import { FakeHub } from "./testing/fake_hub";

const people = Array.from({ length: 4 }, (_, i) => `018f0000-0000-7000-8000-0000000000d${i}`);
const person = fc.constantFrom(...people);
const wall = fc.constantFrom("reception" as const, "child" as const, "office" as const);

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("tell" as const), person, wall, two: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("sync" as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("elsewhere" as const), person, wall }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("erase" as const), person, wall }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("sign in" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("lock" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("silence" as const), isSilent: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("full" as const), room: fc.nat(3000) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("kill" as const), steps: fc.integer({ min: 1, max: 25 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("another hub" as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function live(steps: Step[]): Promise<void> {
  const hub = await FakeHub.start();
  hub.page = 3;
  const desk = await Desk.enrolled(hub);
  await desk.signIn();
  const acknowledged = new Map<string, Telling>();
  const attempt = (work: Promise<unknown>) => work.catch(() => undefined);

  for (const now of steps) {
    if (now.do === "tell") {
      const tellings = [telling({ says: acknowledged.size }, { subject: now.person, wall: now.wall })];
      if (now.two) tellings.push(telling({ too: true }, { subject: now.person }));
      if ((await numberOf(desk.tablet.tell(tellings))) === null)
        for (const one of tellings) acknowledged.set(one.id, one);
    }
    if (now.do === "sync") await attempt(desk.tablet.syncNow());
    if (now.do === "elsewhere")
      hub.list(fromElsewhere(hub, { theirs: true }, { subject: now.person, wall: now.wall }));
    if (now.do === "erase") {
      const { person: subject, wall: behind } = now;
      hub.list(fromElsewhere(hub, { reason: "asked" }, { kind: "journal.erase", subject, wall: behind }));
    }
    if (now.do === "sign in") await attempt(desk.signIn());
    if (now.do === "lock") await attempt(desk.tablet.lock());
    if (now.do === "silence") hub.isSilent = now.isSilent;
    if (now.do === "full") desk.folder.room = now.room;
    if (now.do === "another hub") {
      // Restored from nothing: what it had is only on the tablets now.
      hub.epoch = crypto.randomUUID();
      hub.facts.clear();
      hub.listings.clear();
    }
    if (now.do === "kill") {
      desk.folder.stepsToLive = now.steps;
      await attempt(desk.tablet.syncNow());
      await attempt(desk.signIn());
      await desk.restart();
    }
  }

  hub.isSilent = false;
  await desk.restart();
  await desk.signIn();
  for (let i = 0; i < 4; i++) await desk.tablet.syncNow();
  const sent = [...hub.facts.values()].filter(({ device }) => device !== fromElsewhere(hub, {}).device);
  for (const id of acknowledged.keys()) expect(hub.facts.has(id), `${id} was acknowledged`).toBe(true);
  const wasErased = new Set(
    steps.flatMap((one) => (one.do === "erase" ? [`${one.person} ${one.wall}`] : [])),
  );
  const numbers = sent.map(({ n }) => n);
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(desk.seen.state.unsent).toBe(0);
  // The tablet shows what the hub lists, but for what it ever heard to be erased.
  for (const fact of hub.facts.values()) {
    if (fact.wall === "office") continue;
    const shown = desk.seen.facts.get(fact.id);
    expect(shown, "listed, so shown").toBeDefined();
    const isGone = fact.kind !== "journal.erase" && wasErased.has(`${fact.subject} ${fact.wall}`);
    if (!isGone) expect(shown?.body ?? null).toBe(fact.body);
  }
  desk.tablet.close();
}

test("whatever happens to a tablet, the hub has every acknowledged fact once, and both show the same", async () => {
  const runs = Number(process.env.AKEYI_SEEDS ?? 40);
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), live), { numRuns: runs });
}, 600_000);
