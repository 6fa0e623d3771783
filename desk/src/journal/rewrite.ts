// The next generation of the log: without erased bodies, without what no stream lists any more, singles made into blocks.

import type { Fact } from "./api";
import type { Archive } from "./archive";
import {
  ACKNOWLEDGED,
  BLOCK,
  frame,
  type LogWall,
  MARK,
  type Placed,
  SEGMENT,
  TOLD,
  UNKNOWN,
  UNSENT,
} from "./frames";
import { allTrue } from "./holdings";
import type { Batch } from "./log";
import { packRuns } from "./outbox";
import { blocks, readFacts } from "./reading";
import type { Sealed } from "./segments";

/** Rewriting costs a second on a cheap tablet: not before so many frames or segments have piled up. */
const FRAMES = 2000;
const SEGMENTS = 60;
const SINGLES_A_BATCH = 500;

const isRecord = ({ type }: Placed) => type === TOLD || type === BLOCK;

/** The hub has it, and in two places. Until then it stays single: a hub that lost it opens it without anybody's ring. */
function isSafe({ holdings, outbox }: Archive, own: { n: number; id: string }): boolean {
  return own.n <= holdings.heldTwiceTo && !outbox.isUnsent(own.id);
}

/** Nobody needs it from this tablet any more: it is safe, and no stream lists it here. */
function isDone(archive: Archive, own: { n: number; id: string }): boolean {
  return isSafe(archive, own) && !archive.holdings.isInStream(own.id);
}

/** What is sealed to former keys was fetched again by now, if a stream lists it. */
function isDoneClosed(archive: Archive, own: Placed): boolean {
  return archive.isFormer(own) ? isSafe(archive, own) : isDone(archive, own);
}

export function isWorthRewriting(archive: Archive): boolean {
  const { frames } = archive.log;
  // A newer desk wrote something this one cannot copy with understanding.
  if (frames.some(({ type }) => type === UNKNOWN)) return false;
  // A log of before: what was unsent lies under the tablet's own key.
  if (frames.some(({ type }) => type === UNSENT)) return true;
  const closed = closedWalls(archive);
  for (const wall of archive.holdings.toRewrite) if (!closed.has(wall)) return true;
  const isOpen = ({ segment }: Placed) => archive.segments.isOpen(segment);
  const reducible = frames.filter((of) => {
    if (of.type === MARK || of.type === ACKNOWLEDGED) return true;
    return of.type === TOLD && (isOpen(of) ? isSafe(archive, of) : isDoneClosed(archive, of));
  });
  if (reducible.length > FRAMES) return true;
  return frames.filter((of) => of.type === SEGMENT && (isOpen(of) || of.wall === "device")).length > SEGMENTS;
}

/** Walls of which something stands in the log that nobody signed in can open now. */
function closedWalls(archive: Archive): Set<LogWall> {
  const { log, segments } = archive;
  const isClosed = (of: Placed) => isRecord(of) && !segments.isOpen(of.segment) && !archive.isFormer(of);
  return new Set(log.frames.filter(isClosed).map(({ wall }) => wall));
}

/** Walls that still hold what must go, once everything that is open now has been rewritten. */
export function leftToRewrite(archive: Archive): Set<LogWall> {
  const closed = closedWalls(archive);
  return new Set([...archive.holdings.toRewrite].filter((wall) => closed.has(wall)));
}

export async function* nextGeneration(archive: Archive): AsyncGenerator<Batch> {
  const { log, segments, holdings } = archive;
  segments.abandon();
  const left = leftToRewrite(archive);
  yield* closedRecords(archive);
  yield* openRecords(archive);
  yield [{ frame: frame(ACKNOWLEDGED, "device", 0), payload: packRuns(archive.outbox.acknowledged()) }];

  const batch: Sealed[] = [];
  const lastN = log.frames.reduce((most, { n }) => Math.max(most, n), holdings.lastN);
  const mark = { ...holdings.snapshot(), last_n: lastN, to_rewrite: allTrue(left) };
  await segments.seal(batch, MARK, "device", JSON.stringify(mark));
  yield batch;
}

/** Copied as they are, with the heads of their segments. What is told by number may still be dropped by number. */
async function* closedRecords(archive: Archive): AsyncGenerator<Batch> {
  const { log, segments } = archive;
  const kept = log.frames.filter((of) => {
    if (!isRecord(of) || segments.isOpen(of.segment)) return false;
    return of.type === BLOCK || !isDoneClosed(archive, of);
  });
  const heads = new Set(kept.map(({ segment }) => segment));
  for (const of of log.frames) {
    if (of.type === SEGMENT && heads.has(of.segment)) yield [{ frame: of, payload: log.read(of) }];
  }
  for (const of of kept) yield [{ frame: of, payload: log.read(of) }];
}

async function* openRecords(archive: Archive): AsyncGenerator<Batch> {
  const { log, segments, holdings, outbox, own } = archive;
  const walls = new Set(
    log.frames.filter((of) => isRecord(of) && segments.isOpen(of.segment)).map(({ wall }) => wall),
  );
  for (const wall of walls) {
    const facts = new Map<string, Fact>();
    for await (const some of readFacts(log, segments, (of) => of.wall === wall)) {
      for (const fact of some) {
        // Of two copies the one without a body counts.
        if (facts.get(fact.id)?.body === null) continue;
        facts.set(fact.id, archive.asKept(fact));
      }
    }
    const forBlocks: Fact[] = [];
    let batch: Sealed[] = [];
    for (const fact of facts.values()) {
      if (outbox.has(fact.id) && !isSafe(archive, fact)) {
        await archive.sealOwn(batch, fact);
        if (batch.length < SINGLES_A_BATCH) continue;
        yield batch;
        batch = [];
      } else if (own.has(fact.device) ? !isDone(archive, fact) : holdings.isInStream(fact.id))
        forBlocks.push(fact);
    }
    for (const block of blocks(forBlocks)) await segments.seal(batch, BLOCK, wall, block);
    yield batch;
  }
}
