// A tablet that is made known again takes along what it told: opened with the keys it had, sealed to the ones it gets.

import type { Archive, OpenWalls } from "./archive";
import { TOLD, UNSENT } from "./frames";
import type { Batch } from "./log";
import { closedRecords } from "./rewrite";
import type { Sealed } from "./segments";

const AT_ONCE = 500;

/** Before the new keys: everything own that these walls open gets a copy of which the tablet itself has the key. */
export async function copyOwn(archive: Archive, walls: OpenWalls): Promise<void> {
  await archive.startAgain();
  await archive.unlock(walls);
  await archive.offerAgain(walls);
  archive.segments.forget();
}

/**
 * After them: the log anew. What others told is fetched again; what nobody signed in could open stays as it is, for those
 * whose rings of before still open it.
 */
export async function* ownAlone(archive: Archive): AsyncGenerator<Batch> {
  archive.segments.abandon();
  const facts = await archive.unsent(Number.POSITIVE_INFINITY, new Set());
  const copied = new Set(facts.map(({ id }) => id));
  yield* closedRecords(archive, facts, copied);
  for (let from = 0; from < facts.length; from += AT_ONCE) {
    const batch: Sealed[] = [];
    for (const fact of facts.slice(from, from + AT_ONCE)) {
      for (const type of [TOLD, UNSENT]) await archive.sealOwn(batch, fact, type);
    }
    yield batch;
  }
  const batch: Sealed[] = [];
  await archive.seal(batch, { ...archive.holdings.snapshot(), to_rewrite: {}, to_offer: {} });
  yield batch;
}

/** A ring of before came back: what it opens is offered to the hub, and sealed to the keys of now. */
export async function takeBack(archive: Archive, former: OpenWalls, walls: OpenWalls): Promise<void> {
  await archive.unlock(former);
  await archive.remember({ to_offer: Object.fromEntries(Object.keys(former).map((wall) => [wall, true])) });
  await archive.offerAgain(walls);
  await archive.rewrite();
}
