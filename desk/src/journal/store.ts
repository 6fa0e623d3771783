// What sync does to the archive, one thing after the other.

import type { Fact } from "./api";
import type { Archive } from "./archive";
import { type Holdings, hashText, hashWith, type Mark, packIds } from "./holdings";
import type { PullAnswer, PullQuestion, Store, Unsent } from "./sync";
import type { Turns } from "./turns";

export interface Listeners {
  fetched(facts: Fact[]): void;
  acknowledged(ids: string[]): void;
  unsent(count: number): void;
  offeredAgain(ids: string[]): void;
  heardAt(at: number): void;
}

/** Differences below this are the travel of the request, not the clock. */
const OFFSET_MS = 1000;
/** A stream that goes on not adding up is not read again from the start with every round. */
const READ_AGAIN_MS = 5 * 60_000;

export class ArchiveStore implements Store {
  #unsaved: Mark = {};
  #isFirstPage = true;
  /** Every own fact up to here was acknowledged before the question now asked; before the last whole answer. */
  #settled = 0;
  #settledBefore = 0;
  #readAgainAt = new Map<string, number>();

  constructor(
    readonly archive: Archive,
    readonly turns: Turns,
    readonly now: () => number,
    readonly listeners: Listeners,
  ) {}

  unsent(most: number, passedOver: ReadonlySet<string>): Promise<Unsent> {
    return this.turns.take(async () => this.archive.unsent(most, passedOver));
  }

  async acknowledge(ids: string[]): Promise<void> {
    await this.turns.take(() => this.archive.acknowledge(ids));
    this.listeners.acknowledged(ids);
    this.listeners.unsent(this.archive.outbox.shown);
  }

  question(): PullQuestion {
    const { holdings, outbox } = this.archive;
    const streams = Object.fromEntries([...holdings.streams].map(([name, { cursor }]) => [name, cursor]));
    this.#settled = outbox.settled(holdings.lastN);
    return { epoch: holdings.epoch, streams, limit: 0, unsent: outbox.unsent, last_n: holdings.lastN };
  }

  async meetEpoch(epoch: string | null): Promise<boolean> {
    const before = this.archive.holdings.epoch;
    if (epoch === null || before === epoch) return false;
    // The first hub ever met: there is nothing to forget.
    if (before === null) await this.turns.take(() => this.archive.remember({ epoch }));
    else await this.turns.take(() => this.archive.startAgain(epoch));
    if (before === null) return false;
    this.#settledBefore = 0;
    this.listeners.offeredAgain(this.archive.outbox.unsentIds());
    this.listeners.unsent(this.archive.outbox.shown);
    return true;
  }

  heard(offset: number, at: number): void {
    this.listeners.heardAt(at);
    this.archive.holdings.heardAt = at;
    if (Math.abs(offset - this.archive.holdings.offset) < OFFSET_MS) return;
    this.archive.holdings.offset = offset;
    this.#unsaved.offset = offset;
  }

  async take(answer: PullAnswer): Promise<void> {
    const fresh = await this.turns.take(async () => {
      const mark = await this.#markOf(answer);
      if (answer.facts.length === 0 && Object.keys(mark).length === 0) return [];
      this.#unsaved = {};
      const facts = answer.facts.map(({ stream: _stream, position: _position, ...fact }) => fact);
      return this.archive.take(facts, { ...mark, heard_at: this.archive.holdings.heardAt ?? 0 }, this.now());
    });
    if (fresh.length > 0) this.listeners.fetched(fresh);
  }

  async #markOf(answer: PullAnswer): Promise<Mark> {
    const { holdings } = this.archive;
    const mark: Mark = { ...this.#unsaved };
    if (answer.held_to !== undefined && answer.held_to !== holdings.heldTo) mark.held_to = answer.held_to;
    const listed = this.#listedTo(answer);
    if (listed) mark.listed = [...holdings.listed.slice(-20), listed];
    const dropped = [...holdings.streams.keys()].filter((name) => !(name in answer.streams));
    if (dropped.length > 0) {
      mark.dropped = dropped;
      // A stream ends with its wall: "<site>/<arrival or ->/<wall>".
      mark.to_rewrite = Object.fromEntries(
        dropped.map((name) => [name.slice(name.lastIndexOf("/") + 1), true]),
      );
    }
    mark.streams = {};
    for (const [name, { cursor, ids }] of additions(answer, holdings)) {
      const hash = await hashWith(holdings.streams.get(name)?.hash ?? 0n, [...ids]);
      mark.streams[name] = { cursor, hash: hashText(hash), add: packIds(ids) };
    }
    if (Object.keys(mark.streams).length === 0) delete mark.streams;
    return mark;
  }

  /**
   * The hub says up to which position facts are held in two places, but not where it listed what this tablet may not
   * read back. What is new in a stream since the last whole answer was listed after all that was acknowledged before it.
   */
  #listedTo(answer: PullAnswer): [number, number] | null {
    const isWhole = this.#isFirstPage && !answer.more;
    this.#isFirstPage = !answer.more;
    if (!isWhole) return null;
    const before = this.#settledBefore;
    this.#settledBefore = this.#settled;
    const { streams } = this.archive.holdings;
    const positions = answer.facts.flatMap(({ stream, position }) =>
      (streams.get(stream)?.cursor ?? 0) > 0 ? [position] : [],
    );
    return before > 0 && positions.length > 0 ? [before, Math.max(...positions)] : null;
  }

  async compare(streams: PullAnswer["streams"]): Promise<boolean> {
    const { holdings } = this.archive;
    const differing = Object.entries(streams).filter(([name, { count, hash }]) => {
      const held = holdings.streams.get(name);
      return (held?.ids.size ?? 0) !== count || hashText(held?.hash ?? 0n) !== hash;
    });
    const again = differing.filter(([name]) => {
      const last = this.#readAgainAt.get(name);
      return last === undefined || Math.abs(this.now() - last) > READ_AGAIN_MS;
    });
    if (again.length === 0) return false;
    const mark: Mark = { streams: {} };
    for (const [name] of again) {
      this.#readAgainAt.set(name, this.now());
      mark.streams = { ...mark.streams, [name]: { cursor: 0, hash: hashText(0n), add: "", fresh: true } };
    }
    await this.turns.take(() => this.archive.remember(mark));
    return true;
  }

  held(): number {
    let held = 0;
    for (const { ids } of this.archive.holdings.streams.values()) held += ids.size;
    return held;
  }
}

function additions(
  { facts }: PullAnswer,
  holdings: Holdings,
): Map<string, { cursor: number; ids: Set<string> }> {
  const added = new Map<string, { cursor: number; ids: Set<string> }>();
  for (const { stream, position, id } of facts) {
    const before = holdings.streams.get(stream);
    const entry = added.get(stream) ?? { cursor: before?.cursor ?? 0, ids: new Set<string>() };
    entry.cursor = Math.max(entry.cursor, position);
    if (!before?.ids.has(id)) entry.ids.add(id);
    added.set(stream, entry);
  }
  return added;
}
