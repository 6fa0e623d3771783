// The tablet behind the screens: enrolment, who is signed in, telling, and the hub; runs in a worker of its own.

import { NOT_ENROLLED, PIN_WRONG, SHIFT_OVER, TABLET_WITHDRAWN } from "../contracts/errors.gen";
import type { Badge } from "../rules/badge_text";
import { aesKey } from "./aes";
import { type DayBadge, DeskError, type DeskState, type Fact, type Worker } from "./api";
import { Archive, type OpenWalls, type Telling } from "./archive";
import { unbase64 } from "./bytes";
import { EARLIEST, momentOf } from "./clock";
import { type Device, keepDevice, readDevice, recipientsOf, type SiteAnswer, stateOf } from "./device";
import type { Folder } from "./disk";
import type { Hub } from "./hub";
import type { Random } from "./ids";
import { type DeviceKey, privateKeys } from "./keys";
import { Lately } from "./lately";
import { ownAlone, takeBack } from "./moving";
import type { News } from "./protocol";
import type { OwnLock, Ring } from "./ring";
import { Rings } from "./rings";
import { closesAt, inForce, overAt } from "./shift";
import { ArchiveStore } from "./store";
import { type OpenedBy, Sync, type SyncReport, type Timing } from "./sync";
import { Turns } from "./turns";
import { isWrongPin, WaysIn } from "./ways_in";

export interface Surroundings {
  folder: Folder;
  deviceKey: DeviceKey;
  hub(token: () => string | null): Hub;
  timing: Timing;
  random: Random;
  outlives(kind: string): boolean;
  /** What is told when wrong PINs destroyed a worker's ring here. */
  shutOut(worker: string): Telling;
  say(news: News): void;
}

interface Session {
  number: number;
  worker: Worker;
  walls: OpenWalls;
  overAt: number;
}

const SITE_EVERY_MS = 60_000;
const REWRITE_AGAIN_MS = 5 * 60_000;

export class Tablet {
  #device: Device | null = null;
  #archive: Archive | null = null;
  #session: Session | null = null;
  #sync: Sync | null = null;
  #turns = new Turns();
  #rings: Rings;
  #lately: Lately;
  #ways: WaysIn;
  #hub: Hub;
  #rewriteFailedAt = Number.NEGATIVE_INFINITY;
  /** The session asked for last: a sign-in that was left before it was done does not open anything. */
  #wanted: number | null = null;
  #siteAskedAt = Number.NEGATIVE_INFINITY;
  #stopClosing: () => void = () => undefined;
  /** Whose shift ended on this tablet since it was started. */
  #over = new Set<string>();
  #openedBy: OpenedBy | null = null;

  constructor(readonly around: Surroundings) {
    this.#hub = around.hub(() => this.#device?.token ?? null);
    const { folder, deviceKey, timing } = around;
    this.#lately = new Lately(timing, (by_badge) => this.#state({ by_badge }));
    this.#rings = new Rings(folder, deviceKey.key, timing.now, this.#know, this.#shutOut, this.#lately);
    this.#ways = new WaysIn(this.#hub, this.#rings, this.#lately, {
      now: () => this.#latest(),
      isFormer: (worker) => this.#isFormer(worker),
      isOver: (worker) => this.#isOver(worker),
      shiftOver: (worker) => this.#shiftOver(worker),
      takeBack: (ring, pin, lock) => this.#takeBack(ring, pin, lock),
      tookBack: (worker) => this.#tookBack(worker),
    });
  }

  async start(): Promise<void> {
    this.#device = await readDevice(this.around.folder, this.around.deviceKey.key);
    if (!this.#device) return this.#state({ phase: "unenrolled" });
    await this.#open(this.#device);
  }

  async enrol(code: string): Promise<void> {
    const device = await this.#hub.post<Device>("/access/enrol", { code });
    const before = this.#device;
    try {
      if (before && this.#archive) await this.#move(device, before, this.#archive);
      else await this.#keepDevice(device);
    } catch (error) {
      // A full tablet stays who it was, and goes on.
      this.close();
      if (before) await this.#open(before);
      throw error;
    }
    this.close();
    this.#siteAskedAt = Number.NEGATIVE_INFINITY;
    this.#state({ refused: null });
    await this.#open(before ?? device);
    await this.#sync?.run();
  }

  async #keepDevice(device: Device): Promise<void> {
    await keepDevice(this.around.folder, this.around.deviceKey.key, device);
    this.#device = device;
  }

  /** Made known again, by a hub that had forgotten this tablet or by another: what was told here goes along. */
  async #move(device: Device, before: Device, archive: Archive): Promise<void> {
    await this.#sync?.stop();
    const moved = {
      ...device,
      former: [...(before.former ?? []), before.device],
      formerRings: await this.#rings.holders(),
    };
    const { key } = this.around.deviceKey;
    const [former, recipients] = [await recipientsOf(before, key), await recipientsOf(moved, key)];
    const isSameHub = device.hub_key === before.hub_key;
    try {
      const next = ownAlone(archive, { device: moved, isSameHub }, recipients);
      await this.#turns.take(() => archive.rewrite(next));
    } catch (error) {
      archive.segments.address(former);
      throw error;
    } finally {
      await this.lock();
    }
  }

  async #open(device: Device): Promise<void> {
    const { folder, deviceKey, timing, outlives, say } = this.around;
    this.#archive = await Archive.open(
      folder,
      await recipientsOf(device, deviceKey.key),
      new Set([device.device, ...(device.former ?? [])]),
      outlives,
    );
    const { moved } = this.#archive.holdings;
    if (moved && moved.device !== device.device) {
      // The log has moved; the tablet died before its slot said so, or has no room for it.
      this.#archive.close();
      this.#device = moved;
      await this.#keepDevice(moved).catch(() => undefined);
      return this.#open(moved);
    }
    const store = new ArchiveStore(this.#archive, this.#turns, () => this.#now(), {
      fetched: (facts) => this.#show(facts),
      acknowledged: (ids) => say({ news: "acknowledged", ids }),
      unsent: (unsent) => this.#state({ unsent }),
      offeredAgain: (ids) => say({ news: "unsent", ids }),
      heardAt: (at) => this.#state({ heard_at: at }),
    });
    const report = (report: SyncReport) => {
      if ("syncing" in report) this.#state({ syncing: report.syncing ?? null });
      if (report.refused !== undefined) this.#state({ refused: report.refused });
      if (report.refused === TABLET_WITHDRAWN) void this.#keepOnly([]);
      if (report.isHeard) void this.#afterRound();
    };
    this.#sync = new Sync(this.#hub, store, timing, report, () => this.#openedBy);
    say({ news: "unsent", ids: this.#archive.outbox.unsentIds() });
    this.#state({
      ...stateOf(device),
      phase: "locked",
      unsent: this.#archive.outbox.shown,
      heard_at: this.#archive.holdings.heardAt,
    });
    await this.#know(await this.#rings.holders());
    void this.#sync.run();
  }

  /** With the hub's clock as far as it is known: the tablet's own may be wrong. */
  #now(): number {
    return this.around.timing.now() + (this.#archive?.holdings.offset ?? 0);
  }

  /** A clock that was set back gives no time: what this tablet has told and heard is past. */
  #latest(): number {
    return Math.max(this.#now(), momentOf(this.#archive?.holdings.clock ?? EARLIEST));
  }

  #state(state: Partial<DeskState>): void {
    this.around.say({ news: "state", state });
  }

  /** Who can sign in here without the hub. */
  #know = async (holders: string[]): Promise<void> => {
    const locks = await Promise.all(holders.map(async (one) => [one, await this.#rings.lock(one)] as const));
    this.#state({
      known_workers: holders.filter((worker) => !this.#isFormer(worker)),
      own_locks: Object.fromEntries(locks.flatMap(([one, lock]) => (lock ? [[one, lock]] : []))),
    });
  };

  /** Whoever works here now did not say it: the tablet did. */
  #shutOut = (worker: string): Promise<unknown> => this.#append([this.around.shutOut(worker)], null);

  #isFormer(worker: string): boolean {
    return this.#device?.formerRings?.includes(worker) ?? false;
  }

  /** Of somebody who is here for a shift alone: it ended here, or the hub has said when it would. */
  #isOver(worker: string): boolean {
    if (this.#over.has(worker)) return true;
    const until = this.#device?.answer?.workers.find(({ id }) => id === worker)?.until;
    return typeof until === "string" && Date.parse(until) <= this.#latest();
  }

  #show(facts: Fact[]): void {
    const session = this.#session;
    if (!session) return;
    const shown = facts.filter(({ wall }) => wall in session.walls);
    if (shown.length > 0) this.around.say({ news: "facts", session: session.number, facts: shown });
  }

  async tell(tellings: Telling[], isQuiet = false): Promise<Fact[]> {
    // A tablet that slept has run no timer.
    if (this.#session && this.#session.overAt <= this.#latest()) {
      await this.#shiftOver(this.#session.worker.id);
      throw new DeskError(SHIFT_OVER);
    }
    return this.#append(tellings, this.#session?.worker.id ?? null, isQuiet);
  }

  async #append(tellings: Telling[], worker: string | null, isQuiet = false): Promise<Fact[]> {
    const { device, archive } = this.#enrolled();
    const by = { device: device.device, site: device.site, worker };
    const facts = await this.#turns.take(() => archive.tell(tellings, by, this.#now(), this.around.random));
    // Neither counted nor sent at once: the number and the age of the hub's answer stay as they were. The next
    // round takes it along, at the latest the one that comes by itself.
    if (isQuiet) archive.outbox.hush(facts.map(({ id }) => id));
    this.#state({ unsent: archive.outbox.shown });
    if (!isQuiet) this.#sync?.told();
    return facts;
  }

  #enrolled(): { device: Device; archive: Archive } {
    if (!this.#device || !this.#archive) throw new DeskError(NOT_ENROLLED);
    return { device: this.#device, archive: this.#archive };
  }

  async signIn(worker: string, pin: string, session: number, lock: OwnLock | null = null): Promise<void> {
    await this.#leave(session);
    const { ring, isKept } = await this.#ways.byPin(worker, pin, lock);
    this.#shows(ring);
    // New here: what this worker may read, the cards of the site among it, is fetched before the first station opens.
    if (!isKept) await this.#sync?.run();
    await this.#enter(ring, session);
    void this.#lately.keep(ring, pin);
    if (isKept) void this.#confirm(ring, pin, lock, session);
  }

  async signInByBadge(badge: Badge, digits: string, session: number): Promise<void> {
    await this.#leave(session);
    const ring = await this.#ways.byBadge(badge, digits);
    this.#shows(ring);
    await this.#enter(ring, session);
  }

  async bearerOf(secret: string): Promise<string | null> {
    this.#enrolled();
    const worker = await this.#ways.bearerOf(secret);
    if (worker) {
      this.#siteAskedAt = Number.NEGATIVE_INFINITY;
      await this.#askSite();
    }
    return worker;
  }

  async beginShift(badge: DayBadge, session: number): Promise<void> {
    await this.#leave(session);
    const ring = await this.#ways.byDayBadge(badge);
    this.#shows(ring);
    // Whoever is asked for the list of workers just now may not have heard of them.
    this.#siteAskedAt = Number.NEGATIVE_INFINITY;
    await this.#sync?.run();
    await this.#enter(ring, session);
    void this.#lately.keep(ring, badge.pin);
    await this.#askSite();
  }

  /** From now on the hub gives facts: kept while others work and while nobody does, and written nowhere. */
  #shows({ worker, pull_key }: Ring): void {
    if (pull_key) this.#openedBy = { worker: worker.id, key: pull_key };
  }

  /** Whoever worked here before is gone from the first digit of the next PIN on, right or wrong. */
  async #leave(session: number): Promise<void> {
    this.#enrolled();
    if (this.#session) await this.lock();
    this.#wanted = session;
  }

  /** What was told before this tablet was made known again comes back with who told it. False: their ring has to stay. */
  async #takeBack(ring: Ring, pin: string, lock: OwnLock | null): Promise<boolean> {
    const { archive } = this.#enrolled();
    const former = this.#isFormer(ring.worker.id) && (await this.#rings.former(ring.worker.id, pin, lock));
    // Under another PIN than before it opens for nobody any more.
    if (!former) return true;
    const [before, now] = [await opened(former), await opened(ring)];
    try {
      await this.#turns.take(() => takeBack(archive, before, now));
      return true;
    } catch {
      return false; // No room for a second log: tried again at their next sign-in.
    }
  }

  async #tookBack(worker: string): Promise<void> {
    const { device } = this.#enrolled();
    const formerRings = device.formerRings?.filter((other) => other !== worker);
    // Not kept: the ring of now opens nothing of before, and nothing is left to open.
    await this.#keepDevice({ ...device, formerRings }).catch(() => undefined);
    await this.#know(await this.#rings.holders());
  }

  /** The hub may know better by now: other walls, another PIN, a worker who has left. */
  async #confirm(kept: Ring, pin: string, lock: OwnLock | null, session: number): Promise<void> {
    try {
      const ring = await this.#ways.fromHub(kept.worker.id, pin, lock, kept);
      if (ring.badge !== kept.badge) void this.#lately.keep(ring, pin);
      const isOther = opens(ring) !== opens(kept);
      if (this.#session?.number === session && isOther) await this.#enter(ring, session);
    } catch (error) {
      if (!isWrongPin(error) && !isShiftOver(error)) return;
      await this.#rings.drop(kept.worker.id);
      if (this.#session?.number === session) await this.#signOut();
    }
  }

  /** Nobody else reads on here: whoever left the site, and all once the tablet is out of service. */
  async #keepOnly(workers: string[]): Promise<void> {
    const working = this.#session?.worker.id;
    if (working && !workers.includes(working)) await this.#signOut();
    await this.#rings.keepOnly(workers);
  }

  async #signOut(): Promise<void> {
    if (this.#session) this.around.say({ news: "signed out", session: this.#session.number });
    await this.lock();
  }

  async #enter(ring: Ring, number: number): Promise<void> {
    const open = inForce(ring, this.#latest());
    if (!open) {
      await this.#shiftOver(ring.worker.id);
      throw new DeskError(SHIFT_OVER);
    }
    this.#over.delete(ring.worker.id);
    const walls = await opened(open);
    await this.#turns.take(async () => {
      if (this.#wanted !== number) return;
      this.#archive?.segments.forget();
      this.#session = { number, worker: ring.worker, walls, overAt: overAt(ring) };
      await this.#showAll();
    });
    if (this.#wanted !== number) return;
    this.#closeWhen(open);
    const key = ring.own_key ? await aesKey(unbase64(ring.own_key)) : null;
    this.around.say({ news: "begun", session: number, worker: ring.worker.id, key });
    this.#state({ phase: "open", worker: ring.worker });
    await this.#offerAgain();
    void this.#tidy();
  }

  /** When a shift ends whoever works by it is signed out; what else they may read opens by their next PIN. */
  #closeWhen(ring: Ring): void {
    this.#stopClosing();
    const inMs = closesAt(ring, this.#latest()) - this.#latest();
    if (inMs === Number.POSITIVE_INFINITY) return;
    const isAll = overAt(ring) === closesAt(ring, this.#latest());
    this.#stopClosing = this.around.timing.later(inMs, () => {
      void (isAll ? this.#shiftOver(ring.worker.id) : this.#signOut());
    });
  }

  async #shiftOver(worker: string): Promise<void> {
    if (this.#session?.worker.id === worker) await this.#signOut();
    this.#over.add(worker);
    await this.#rings.drop(worker);
  }

  async #showAll(): Promise<void> {
    const session = this.#session;
    if (!session || !this.#archive) return;
    for await (const facts of this.#archive.read(session.walls)) this.#show(facts);
  }

  /** To a new hub: also what only a ring can read. */
  async #offerAgain(): Promise<void> {
    const archive = this.#archive;
    const walls = this.#session?.walls;
    if (!archive || !walls || archive.holdings.toOffer.size === 0) return;
    // Without room for the copies: tried again after the next round.
    if (!(await this.#turns.take(() => archive.offerAgain(walls)).catch(() => false))) return;
    this.around.say({ news: "unsent", ids: archive.outbox.unsentIds() });
    this.#state({ unsent: archive.outbox.shown });
    this.#sync?.told();
  }

  async lock(): Promise<void> {
    this.#stopClosing();
    this.#wanted = null;
    // In turn: a rewrite under way still needs the keys it reads with.
    await this.#turns.take(async () => {
      this.#session = null;
      this.#archive?.segments.forget();
    });
    this.#state({ phase: "locked", worker: null });
  }

  /** Does the PIN belong to this worker? Who works here stays the same. */
  askHub(path: string): Promise<unknown> {
    return this.#hub.post(path, { opened_by: this.#openedBy });
  }

  async checkPin(worker: string, pin: string, lock: OwnLock | null = null): Promise<boolean> {
    this.#enrolled();
    return this.#ways.isPinOf(worker, pin, lock);
  }

  /** Whoever works here has the tablet's own lock asked beside their PIN, or no more. `by`: the one that is asked now. */
  async ownLock(pin: string, by: OwnLock | null, next: OwnLock | null): Promise<void> {
    const { worker } = this.#session ?? {};
    if (!worker) throw new DeskError(PIN_WRONG);
    await this.#rings.lockWith(await this.#ways.here(worker.id, pin, by), pin, next);
  }

  async syncNow(): Promise<void> {
    this.#enrolled();
    await this.#sync?.run();
  }

  async #afterRound(): Promise<void> {
    await this.#askSite();
    await this.#offerAgain();
    await this.#tidy();
  }

  /** Workers and settings of the site, for the sign-in list. */
  async #askSite(): Promise<void> {
    const now = this.around.timing.now();
    if (!this.#device || now - this.#siteAskedAt < SITE_EVERY_MS) return;
    this.#siteAskedAt = now;
    try {
      const answer = await this.#hub.get<SiteAnswer>("/access/device");
      // Asked again meanwhile, by somebody who knows more.
      if (this.#siteAskedAt !== now) return;
      await this.#keepOnly(answer.workers.map(({ id }) => id));
      const before = JSON.stringify(this.#device.answer);
      if (JSON.stringify(answer) === before) return;
      await this.#keepDevice({ ...this.#device, answer });
      this.#state(stateOf(this.#device));
    } catch {
      this.#siteAskedAt = Number.NEGATIVE_INFINITY; // Asked again after the next round.
    }
  }

  /** Rewrites the log when something has to go, or enough is done with. */
  async #tidy(): Promise<void> {
    const archive = this.#archive;
    const now = this.around.timing.now();
    if (!archive?.isWorthRewriting || Math.abs(now - this.#rewriteFailedAt) < REWRITE_AGAIN_MS) return;
    await this.#turns.take(async () => {
      if (!archive.isWorthRewriting) return;
      const mustGo = archive.holdings.toRewrite.size > 0;
      try {
        await archive.rewrite();
      } catch {
        // No room for a second log: the old one goes on, and what has to go is not shown anyway.
        this.#rewriteFailedAt = now;
        return;
      }
      if (!this.#session || !mustGo) return;
      const { number } = this.#session;
      this.around.say({ news: "read again", session: number, isDone: false });
      await this.#showAll();
      this.around.say({ news: "read again", session: number, isDone: true });
    });
  }

  close(): void {
    this.#stopClosing();
    this.#lately.keepOnly([]);
    void this.#sync?.stop();
    this.#archive?.close();
  }
}

const isShiftOver = (error: unknown): boolean => error instanceof DeskError && error.number === SHIFT_OVER;
const opens = ({ walls, until }: Ring): string => JSON.stringify([walls, until]);

async function opened(ring: Ring): Promise<OpenWalls> {
  const walls: OpenWalls = {};
  for (const [wall, key] of Object.entries(ring.walls))
    walls[wall as keyof OpenWalls] = await privateKeys(key);
  return walls;
}
