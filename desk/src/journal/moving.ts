// A tablet that is made known again takes along what it told: sealed to its new keys, or as it is for the hub to open.

import type { Fact } from "./api";
import type { Archive, OpenWalls } from "./archive";
import type { Device } from "./device";
import { BLOCK, type Placed, SEGMENT, TOLD } from "./frames";
import type { Batch } from "./log";
import { readFacts } from "./reading";
import type { Recipients, Sealed } from "./segments";

const AT_ONCE = 500;

interface Moved {
  device: Device;
  isSameHub: boolean;
}

/**
 * The log anew: what others told is fetched again. What is open now is sealed to the new keys; the rest stays as it is,
 * for a hub that may be the same, and for those whose rings of before still open it.
 */
export async function* ownAlone(archive: Archive, moved: Moved, to: Recipients): AsyncGenerator<Batch> {
  const { log, segments, holdings, own } = archive;
  const former_to = segments.highest;
  const other_hub_to = moved.isSameHub ? holdings.otherHubTo : former_to;
  segments.address(to);

  const isKept = ({ type, segment }: Placed) =>
    (type === TOLD || type === BLOCK) && !segments.isOpen(segment);
  const kept = new Set(log.frames.filter(isKept).map(({ segment }) => segment));
  for (const of of log.frames) {
    if (isKept(of) || (of.type === SEGMENT && kept.has(of.segment)))
      yield [{ frame: of, payload: log.read(of) }];
  }

  const open = new Map<string, Fact>();
  for await (const facts of readFacts(log, segments, () => true)) {
    // Of two copies the one without a body counts.
    for (const fact of facts)
      if (own.has(fact.device) && open.get(fact.id)?.body !== null) open.set(fact.id, archive.asKept(fact));
  }
  let batch: Sealed[] = [];
  for (const fact of open.values()) {
    await archive.sealOwn(batch, fact);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  yield batch;

  batch = [];
  holdings.apply({ again: true, held_to: 0, moved: moved.device, former_to, other_hub_to });
  await archive.seal(batch, { ...holdings.snapshot(), to_rewrite: {}, to_offer: {} });
  yield batch;
}

/** A ring of before came back: what it opens is offered to the hub, and sealed to the keys of now. */
export async function takeBack(archive: Archive, former: OpenWalls, walls: OpenWalls): Promise<void> {
  await archive.unlock(former);
  await archive.remember({ to_offer: Object.fromEntries(Object.keys(former).map((wall) => [wall, true])) });
  await archive.offerAgain(walls);
  await archive.rewrite();
}
