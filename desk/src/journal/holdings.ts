// What this tablet holds of each stream, and what else it must remember: kept in the log as marks.

import { type Bytes, base64, joined, unbase64, utf8 } from "./bytes";
import { type Clock, EARLIEST } from "./clock";
import type { Device } from "./device";
import type { LogWall } from "./frames";
import { idBytes, idText } from "./ids";

/** A change of what the tablet remembers. Marks are added up in the order of the log. */
export interface Mark {
  epoch?: string;
  clock?: Clock;
  offset?: number;
  heard_at?: number;
  held_to?: number;
  last_n?: number;
  /** Pairs [n, position]: own facts up to n are listed at the hub at or before this position. */
  listed?: [number, number][];
  /** Walls in which own facts may stand that a new hub has not been offered; false: it has. */
  to_offer?: Partial<Record<LogWall, boolean>>;
  /** Per stream: the cursor, how many facts, their hash, and the ids that came with this mark (base64, 16 bytes each). */
  streams?: Record<string, { cursor: number; hash: string; add: string; fresh?: true }>;
  dropped?: string[];
  /** "<subject> <wall>" of every erasure heard of. */
  erased?: string[];
  /** Walls whose sealed records still hold what must go; false: they no longer do. */
  to_rewrite?: Partial<Record<LogWall, boolean>>;
  /** A new epoch began: streams are read from the start, and own facts are offered again. */
  again?: true;
  /** Made known again as this: what follows is sealed to its keys. */
  moved?: Device;
  /** Segments up to this number are sealed to keys of walls that this tablet had before. */
  former_to?: number;
  /** And up to this one to the key of another hub. */
  other_hub_to?: number;
}

export interface Held {
  cursor: number;
  hash: bigint;
  ids: Set<string>;
}

const MODULUS = 1n << 64n;

export class Holdings {
  epoch: string | null = null;
  clock: Clock = EARLIEST;
  offset = 0;
  heardAt: number | null = null;
  heldTo = 0;
  lastN = 0;
  listed: [number, number][] = [];
  toOffer = new Set<LogWall>();
  streams = new Map<string, Held>();
  erased = new Set<string>();
  toRewrite = new Set<LogWall>();
  moved: Device | null = null;
  formerTo = 0;
  otherHubTo = 0;

  apply(mark: Mark): void {
    if (mark.again) {
      this.streams.clear();
      this.listed = [];
    }
    this.epoch = mark.epoch ?? this.epoch;
    if (mark.clock && mark.clock > this.clock) this.clock = mark.clock;
    this.offset = mark.offset ?? this.offset;
    this.heardAt = mark.heard_at ?? this.heardAt;
    this.heldTo = mark.held_to ?? this.heldTo;
    this.lastN = Math.max(this.lastN, mark.last_n ?? 0);
    this.listed = mark.listed ?? this.listed;
    for (const name of mark.dropped ?? []) this.streams.delete(name);
    for (const [name, { cursor, hash, add, fresh }] of Object.entries(mark.streams ?? {})) {
      const ids = fresh ? new Set<string>() : (this.streams.get(name)?.ids ?? new Set<string>());
      for (const id of unpackIds(add)) ids.add(id);
      this.streams.set(name, { cursor, hash: BigInt(`0x${hash}`), ids });
    }
    for (const key of mark.erased ?? []) this.erased.add(key);
    change(this.toRewrite, mark.to_rewrite);
    change(this.toOffer, mark.to_offer);
    this.moved = mark.moved ?? this.moved;
    this.formerTo = mark.former_to ?? this.formerTo;
    this.otherHubTo = mark.other_hub_to ?? this.otherHubTo;
  }

  /** All of it as one mark, for a rewritten log. */
  snapshot(): Mark {
    const streams: Mark["streams"] = {};
    for (const [name, { cursor, hash, ids }] of this.streams) {
      streams[name] = { cursor, hash: hashText(hash), add: packIds(ids), fresh: true };
    }
    return {
      ...(this.epoch ? { epoch: this.epoch } : {}),
      ...(this.heardAt ? { heard_at: this.heardAt } : {}),
      clock: this.clock,
      offset: this.offset,
      held_to: this.heldTo,
      last_n: this.lastN,
      listed: this.listed,
      streams,
      erased: [...this.erased],
      to_rewrite: allTrue(this.toRewrite),
      to_offer: allTrue(this.toOffer),
      ...(this.moved ? { moved: this.moved } : {}),
      former_to: this.formerTo,
      other_hub_to: this.otherHubTo,
    };
  }

  /** Own facts up to here the hub has, and in two places. */
  get heldTwiceTo(): number {
    return this.listed.reduce(
      (most, [n, position]) => (position <= this.heldTo ? Math.max(most, n) : most),
      0,
    );
  }

  isInStream(id: string): boolean {
    for (const { ids } of this.streams.values()) if (ids.has(id)) return true;
    return false;
  }
}

function change(walls: Set<LogWall>, by: Mark["to_rewrite"]): void {
  for (const [wall, must] of Object.entries(by ?? {}) as [LogWall, boolean][]) {
    if (must) walls.add(wall);
    else walls.delete(wall);
  }
}

export const allTrue = (walls: Iterable<LogWall>): Partial<Record<LogWall, boolean>> =>
  Object.fromEntries([...walls].map((wall) => [wall, true]));

/** The hash of a stream with these ids added: a sum, so that the order of arrival does not matter. */
export async function hashWith(hash: bigint, ids: string[]): Promise<bigint> {
  const digests = await Promise.all(ids.map((id) => crypto.subtle.digest("SHA-256", idBytes(id))));
  return digests.reduce((sum, digest) => (sum + new DataView(digest).getBigUint64(0)) % MODULUS, hash);
}

export const hashText = (hash: bigint): string => hash.toString(16).padStart(16, "0");

export const packIds = (ids: Iterable<string>): string => base64(joined([...ids].map(idBytes)));

function* unpackIds(packed: string): Generator<string> {
  const bytes = unbase64(packed);
  for (let at = 0; at < bytes.length; at += 16) yield idText(bytes.subarray(at, at + 16));
}

/** The salted digest of a body, as the envelope carries it. */
export async function digest(salt: Bytes, body: string): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined([salt, utf8(body)])));
}
