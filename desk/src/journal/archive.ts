// The log as the tablet uses it: facts are told into it, fetched into it, read out of it, and remembered by it.

import type { Fact, Wall } from "./api";
import { type Bytes, hex } from "./bytes";
import { type Clock, meet, tick } from "./clock";
import type { Folder } from "./disk";
import {
  ACKNOWLEDGED,
  BLOCK,
  encode,
  frame,
  isWall,
  MARK,
  type Placed,
  SEGMENT,
  TOLD,
  UNSENT,
} from "./frames";
import { allTrue, digest, Holdings, type Mark } from "./holdings";
import type { Random } from "./ids";
import { type Batch, Log } from "./log";
import { Outbox, packRuns, unpackRuns } from "./outbox";
import { blocks, byWall, readFacts } from "./reading";
import { isWorthRewriting, leftToRewrite, nextGeneration } from "./rewrite";
import { forHub, type Recipients, type Sealed, Segments } from "./segments";
import type { Unsent } from "./sync";

/** What a station told, ready for its envelope. */
export interface Telling {
  id: string;
  kind: string;
  version: number;
  subject: string;
  wall: Wall;
  arrivals: string[];
  at: string | null;
  body: string;
}

export interface Teller {
  device: string;
  site: string;
  worker: string | null;
}

export type OpenWalls = Partial<Record<Wall, CryptoKeyPair>>;

/** Bodies whose kind is of the ledger hold nobody's name and outlive an erasure. */
export type Outlives = (kind: string) => boolean;

export class Archive {
  outbox = new Outbox();
  holdings = new Holdings();
  /** Ids whose record is somewhere in the log. */
  readonly held = new Set<string>();

  private constructor(
    readonly log: Log,
    readonly segments: Segments,
    /** This tablet's id, and those it had before it was made known again. */
    readonly own: ReadonlySet<string>,
    readonly outlives: Outlives,
  ) {}

  static async open(
    folder: Folder,
    recipients: Recipients,
    own: ReadonlySet<string>,
    outlives: Outlives,
  ): Promise<Archive> {
    const log = await Log.open(folder);
    const highest = log.frames.reduce((most, { segment }) => Math.max(most, segment), 0);
    const archive = new Archive(log, new Segments(recipients, highest), own, outlives);
    await archive.#remember();
    return archive;
  }

  /** What the log says without anybody's ring. */
  async #remember(): Promise<void> {
    for (const of of this.log.frames) {
      if (of.type === SEGMENT && of.wall === "device") await this.segments.unlock(of, this.log.read(of), {});
      else if (of.type === TOLD) this.outbox.add(of);
      else if (of.type === ACKNOWLEDGED) this.outbox.acknowledge(unpackRuns(this.log.read(of)));
      else if (of.type === MARK) {
        const mark: Mark = JSON.parse((await this.segments.open(of, this.log.read(of))) ?? "{}");
        this.holdings.apply(mark);
        if (mark.again) this.outbox.offerAgain();
      }
      if (of.type === TOLD || of.type === UNSENT) this.holdings.lastN = Math.max(this.holdings.lastN, of.n);
    }
    await this.#sealRetired();
    if (this.log.isDamaged) {
      // Storage that lost something in the middle: everything is fetched again, and the log written anew.
      this.holdings.streams.clear();
      for (const { wall } of this.log.frames) this.holdings.toRewrite.add(wall);
    }
    this.#listHeld();
  }

  /** Logs of before hold what was unsent under the tablet's own key, and now and then nowhere else. */
  async #sealRetired(): Promise<void> {
    const batch: Sealed[] = [];
    for (const of of this.log.frames) {
      if (of.type !== UNSENT || this.outbox.has(of.id)) continue;
      const content = await this.segments.open(of, this.log.read(of));
      if (content) await this.sealOwn(batch, JSON.parse(content));
    }
    if (batch.length > 0) this.#addOwn(this.#append(batch));
  }

  #addOwn(placed: Placed[]): void {
    for (const of of placed) if (of.type === TOLD) this.outbox.add(of);
  }

  #listHeld(): void {
    this.held.clear();
    for (const { ids } of this.holdings.streams.values()) for (const id of ids) this.held.add(id);
    // What was sealed to former keys is fetched again, to be readable here.
    for (const of of this.log.frames) if (of.type === TOLD && !this.isFormer(of)) this.held.add(of.id);
  }

  /** Sealed to keys of before this tablet was made known again, and not opened by whoever is here now. */
  isFormer(of: Placed): boolean {
    return of.wall !== "device" && of.segment <= this.holdings.formerTo && !this.segments.isOpen(of.segment);
  }

  /** Gives facts their envelope and keeps them, all or none; on the disk when this returns. */
  async tell(tellings: Telling[], by: Teller, now: number, random: Random): Promise<Fact[]> {
    const batch: Sealed[] = [];
    const facts: Fact[] = [];
    let { clock, lastN } = this.holdings;
    for (const telling of tellings) {
      clock = tick(clock, now);
      lastN++;
      const fact = await envelope(telling, by, now, clock, lastN, random(16) as Bytes);
      facts.push(fact);
      await this.sealOwn(batch, fact);
    }
    // The clock must not go back after a restart, when nobody can open what was told.
    const mark = { ...this.#erasing(facts), clock };
    await this.seal(batch, mark);
    this.#addOwn(this.#append(batch));
    this.holdings.apply({ ...mark, last_n: lastN });
    for (const { id } of facts) this.held.add(id);
    return facts;
  }

  sealOwn(batch: Sealed[], fact: Fact): Promise<void> {
    return this.segments.seal(batch, TOLD, fact.wall, JSON.stringify(fact), fact.n, fact.id);
  }

  seal(batch: Sealed[], mark: Mark): Promise<void> {
    return this.segments.seal(batch, MARK, "device", JSON.stringify(mark));
  }

  #append(batch: Sealed[]): Placed[] {
    try {
      return this.log.append(batch);
    } catch (error) {
      this.segments.abandon();
      throw error;
    }
  }

  async remember(mark: Mark): Promise<void> {
    const batch: Sealed[] = [];
    await this.seal(batch, mark);
    this.#append(batch);
    this.holdings.apply(mark);
    if (mark.again) this.outbox.offerAgain();
  }

  /** Another hub than before, or one restored: everything is read and offered from the start. */
  async startAgain(epoch?: string): Promise<void> {
    const walls = this.log.frames.filter(({ type }) => type === BLOCK).map(({ wall }) => wall);
    await this.remember({ ...(epoch ? { epoch } : {}), again: true, held_to: 0, to_offer: allTrue(walls) });
  }

  async acknowledge(ids: string[]): Promise<void> {
    const numbers = this.outbox.waiting(ids);
    if (numbers.length === 0) return;
    const batch: Sealed[] = [{ frame: frame(ACKNOWLEDGED, "device", 0), payload: packRuns(numbers) }];
    await this.seal(batch, { clock: this.holdings.clock, offset: this.holdings.offset });
    this.#append(batch);
    this.outbox.acknowledge(numbers);
  }

  /** The oldest as they stand in the log, behind the heads of their segments: nobody need be signed in for it. */
  unsent(most: number, passedOver: ReadonlySet<string>): Unsent {
    // What is sealed to another hub waits for those whose rings of before open it.
    const records = this.outbox.next(most, passedOver, this.holdings.otherHubTo);
    const segments = new Set(records.map(({ segment }) => segment));
    const heads = this.log.frames.filter((of) => of.type === SEGMENT && segments.has(of.segment));
    const batch = encode([
      ...heads.map((of) => ({ frame: of, payload: forHub(this.log.read(of)) })),
      ...records.map((of) => ({ frame: of, payload: this.log.read(of) })),
    ]);
    return { ids: records.map(({ id }) => id), batch };
  }

  asKept(fact: Fact): Fact {
    return this.isErased(fact) ? { ...fact, body: null, salt: null } : fact;
  }

  /** Keeps fetched facts and what they change of the holdings, in one write. Returns those that were new here. */
  async take(facts: Fact[], mark: Mark, now: number): Promise<Fact[]> {
    const erasing = this.#erasing(facts);
    if (erasing) this.holdings.apply({ erased: erasing.erased ?? [] });
    let { clock } = this.holdings;
    const fresh = new Map<string, Fact>();
    for (const fact of facts) {
      clock = meet(clock, fact.clock, now);
      // A wall that only a newer desk knows: it will fetch such facts itself.
      if (this.held.has(fact.id) || !isWall(fact.wall)) continue;
      fresh.set(fact.id, this.asKept(fact));
    }
    const batch: Sealed[] = [];
    for (const [wall, walled] of byWall(fresh.values())) {
      for (const block of blocks(walled)) await this.segments.seal(batch, BLOCK, wall, block);
    }
    const whole = { ...mark, ...erasing, clock };
    await this.seal(batch, whole);
    this.#append(batch);
    this.holdings.apply(whole);
    for (const id of fresh.keys()) this.held.add(id);
    return [...fresh.values()];
  }

  #erasing(facts: Fact[]): Mark | null {
    const erasures = facts.filter(({ kind }) => kind === "journal.erase");
    const erased = erasures
      .map(({ subject, wall }) => `${subject} ${wall}`)
      .filter((k) => !this.holdings.erased.has(k));
    if (erased.length === 0) return null;
    const walls = erasures.map(({ wall }) => [wall, true] as const);
    return { erased, to_rewrite: Object.fromEntries(walls) };
  }

  isErased(fact: Fact): boolean {
    if (fact.kind.startsWith("journal.") || this.outlives(fact.kind)) return false;
    return this.holdings.erased.has(`${fact.subject} ${fact.wall}`);
  }

  async unlock(walls: OpenWalls): Promise<void> {
    for (const of of this.log.frames) {
      if (of.type === SEGMENT && of.wall in walls) await this.segments.unlock(of, this.log.read(of), walls);
    }
  }

  /** Opens these walls' segments and reads out what is behind them, some hundred facts at a time. */
  async *read(walls: OpenWalls): AsyncGenerator<Fact[]> {
    await this.unlock(walls);
    const seen = new Set<string>();
    for await (const facts of readFacts(this.log, this.segments, (of) => of.wall in walls)) {
      // What others told and no stream lists any more is about to go: nobody sees it again.
      const shown = facts
        .filter((fact) => !seen.has(fact.id) && this.isShown(fact))
        .map((fact) => this.asKept(fact));
      for (const { id } of shown) seen.add(id);
      if (shown.length > 0) yield shown;
    }
  }

  /** After a new hub was met: makes own facts that stand in blocks single again, as far as these walls can be read. */
  async offerAgain(walls: OpenWalls): Promise<boolean> {
    const offered = [...this.holdings.toOffer].filter((wall) => wall in walls);
    if (offered.length === 0) return false;
    const batch: Sealed[] = [];
    for await (const facts of readFacts(this.log, this.segments, ({ wall }) => offered.includes(wall))) {
      for (const fact of facts) {
        if (this.own.has(fact.device) && !this.outbox.has(fact.id))
          await this.sealOwn(batch, this.asKept(fact));
      }
    }
    const mark: Mark = { to_offer: Object.fromEntries(offered.map((wall) => [wall, false])) };
    await this.seal(batch, mark);
    const before = this.outbox.unsent;
    this.#addOwn(this.#append(batch));
    this.holdings.apply(mark);
    return this.outbox.unsent > before;
  }

  isShown(fact: Fact): boolean {
    return this.own.has(fact.device) || this.holdings.isInStream(fact.id);
  }

  get isWorthRewriting(): boolean {
    return isWorthRewriting(this);
  }

  /** Writes the log again without what has to go or is done with. Nothing else may use the archive meanwhile. */
  async rewrite(next: AsyncIterable<Batch> = nextGeneration(this)): Promise<void> {
    try {
      await this.log.rewrite(next);
    } finally {
      this.segments.abandon();
    }
    this.outbox = new Outbox();
    this.holdings.toRewrite = leftToRewrite(this);
    for (const of of this.log.frames) {
      if (of.type === TOLD) this.outbox.add(of);
      if (of.type === ACKNOWLEDGED) this.outbox.acknowledge(unpackRuns(this.log.read(of)));
    }
    this.#listHeld();
  }

  close(): void {
    this.log.close();
  }
}

async function envelope(
  telling: Telling,
  by: Teller,
  now: number,
  clock: Clock,
  n: number,
  salt: Bytes,
): Promise<Fact> {
  const { id, kind, version, subject, wall, arrivals, body } = telling;
  return {
    id,
    kind,
    version,
    subject,
    wall,
    scope: { site: by.site, arrivals },
    at: telling.at ?? new Date(now).toISOString(),
    clock,
    device: by.device,
    n,
    worker: by.worker,
    salt: hex(salt),
    digest: hex(await digest(salt, body)),
    body,
  };
}
