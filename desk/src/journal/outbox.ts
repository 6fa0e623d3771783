// What was told on this tablet and the hub has not acknowledged. It knows ids and numbers; what was said is sealed.

import type { Bytes } from "./bytes";
import type { Placed } from "./frames";

interface Own {
  n: number;
  id: string;
  /** Sealed to its wall and to the hub: the tablet hands it over as it is. */
  record: Placed;
  isAcknowledged: boolean;
}

export class Outbox {
  #own = new Map<string, Own>();
  #byN = new Map<number, Own>();
  /** Told without a sign: whoever looks at the tablet does not see them counted. */
  #quiet = new Set<string>();
  unsent = 0;

  /** How many are said to be unsent. */
  get shown(): number {
    let quiet = 0;
    for (const id of this.#quiet) if (this.isUnsent(id)) quiet++;
    return this.unsent - quiet;
  }

  hush(ids: string[]): void {
    for (const id of ids) this.#quiet.add(id);
  }

  add(record: Placed): void {
    if (this.#own.has(record.id)) return;
    const own = { n: record.n, id: record.id, record, isAcknowledged: false };
    this.#own.set(own.id, own);
    this.#byN.set(own.n, own);
    this.unsent++;
  }

  isUnsent(id: string): boolean {
    return this.#own.get(id)?.isAcknowledged === false;
  }

  /** The numbers of those among the ids that were still waiting. */
  waiting(ids: string[]): number[] {
    return ids.flatMap((id) => (this.isUnsent(id) ? [this.#own.get(id)?.n ?? 0] : []));
  }

  acknowledge(ns: Iterable<number>): void {
    for (const n of ns) {
      const own = this.#byN.get(n);
      if (!own || own.isAcknowledged) continue;
      own.isAcknowledged = true;
      this.unsent--;
    }
  }

  /** A hub that was restored or exchanged: everything still at hand is offered again. */
  offerAgain(): void {
    for (const own of this.#own.values()) own.isAcknowledged = false;
    this.unsent = this.#own.size;
  }

  /** The oldest first, of segments after this one; `passedOver` are those the hub choked on in this round. */
  next(most: number, passedOver: ReadonlySet<string>, after: number): Placed[] {
    const waiting: Own[] = [];
    for (const own of this.#own.values())
      if (!own.isAcknowledged && own.record.segment > after && !passedOver.has(own.id)) waiting.push(own);
    waiting.sort((a, b) => a.n - b.n);
    return waiting.slice(0, most).map(({ record }) => record);
  }

  acknowledged(): number[] {
    return [...this.#own.values()].flatMap(({ n, isAcknowledged }) => (isAcknowledged ? [n] : []));
  }

  /** Everything up to this number is acknowledged. */
  settled(lastN: number): number {
    let settled = lastN;
    for (const own of this.#own.values()) if (!own.isAcknowledged) settled = Math.min(settled, own.n - 1);
    return settled;
  }

  unsentIds(): string[] {
    return [...this.#own.values()].flatMap((own) => (own.isAcknowledged ? [] : [own.id]));
  }

  has(id: string): boolean {
    return this.#own.has(id);
  }
}

/** Acknowledged numbers as runs from–to, four bytes each: readable without any key, as the numbers themselves are. */
export function packRuns(numbers: number[]): Bytes {
  const sorted = [...numbers].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const n of sorted) {
    const last = runs[runs.length - 1];
    if (last && n <= last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  const bytes = new Uint8Array(runs.length * 8);
  const view = new DataView(bytes.buffer);
  for (const [i, [from, to]] of runs.entries()) {
    view.setUint32(8 * i, from);
    view.setUint32(8 * i + 4, to);
  }
  return bytes;
}

export function* unpackRuns(bytes: Bytes): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    for (let n = view.getUint32(at); n <= view.getUint32(at + 4); n++) yield n;
  }
}
