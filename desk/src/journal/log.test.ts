import { expect, test } from "vitest";
import { STORAGE_REFUSED } from "../contracts/errors.gen";
import { text, utf8 } from "./bytes";
import { COMPLETE, frame, TOLD } from "./frames";
import { type Batch, Log } from "./log";
import { numberOf } from "./testing/cast";
import { Killed, MemoryFolder } from "./testing/memory";

const ID = "018f0000-0000-7000-8000-0000000000b0";
const batch = (...says: string[]): Batch =>
  says.map((say) => ({ frame: frame(TOLD, "reception", 1, 1, ID), payload: utf8(say) }));
const said = (log: Log) => log.frames.filter(({ type }) => type === TOLD).map((of) => text(log.read(of)));

async function* only(...batches: Batch[]) {
  yield* batches;
}

test("what was appended is there at the next start", async () => {
  const folder = new MemoryFolder();
  const log = await Log.open(folder);
  log.append(batch("a"));
  log.append(batch("b", "c"));
  expect(said(await Log.open(folder.afterKill()))).toEqual(["a", "b", "c"]);
});

test("a refused write keeps nothing, and the next one works", async () => {
  const folder = new MemoryFolder();
  const log = await Log.open(folder);
  log.append(batch("a"));
  folder.room = 60;
  expect(await numberOf((async () => log.append(batch("b", "c")))())).toBe(STORAGE_REFUSED);
  folder.room = 1000;
  log.append(batch("d"));
  expect(said(log)).toEqual(["a", "d"]);
  expect(said(await Log.open(folder.afterKill()))).toEqual(["a", "d"]);
});

test("killed at any step of a rewrite, the tablet has the old log or the new one whole", async () => {
  const ends = new Set<string>();
  for (let steps = 0; steps < 30; steps++) {
    const folder = new MemoryFolder();
    const log = await Log.open(folder);
    log.append(batch("a", "b", "c"));
    folder.stepsToLive = steps;
    await log.rewrite(only(batch("a"), batch("c"))).catch((error) => {
      if (!(error instanceof Killed) && !(error.number === STORAGE_REFUSED)) throw error;
    });
    const after = folder.afterKill();
    const next = await Log.open(after);
    ends.add(said(next).join());
    expect(after.files.size).toBe(1);
    next.append(batch("d"));
    expect(said(await Log.open(after.afterKill())).at(-1)).toBe("d");
  }
  expect(ends).toEqual(new Set(["a,b,c", "a,c"]));
});

test("a rewrite that the storage refuses leaves the log as it was", async () => {
  const folder = new MemoryFolder();
  const log = await Log.open(folder);
  log.append(batch("a", "b"));
  folder.room = 50;
  expect(await numberOf(log.rewrite(only(batch("a"), batch("b"))))).toBe(STORAGE_REFUSED);
  folder.room = 1000;
  log.append(batch("c"));
  expect(said(log)).toEqual(["a", "b", "c"]);
  expect([...folder.files.keys()]).toEqual(["log-1"]);
});

test("the last log there is is never removed, even if its mark of completion is lost", async () => {
  const folder = new MemoryFolder();
  const log = await Log.open(folder);
  log.append(batch("a"));
  folder.files.get("log-1")?.fill(0, 0, 40);
  const next = await Log.open(folder.afterKill());
  expect(said(next)).toEqual(["a"]);
  expect(next.frames.some(({ type }) => type === COMPLETE)).toBe(false);
});
