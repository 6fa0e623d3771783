// A hub in memory that answers as the wire says, and can be silent, choke on a fact or lose everything.

import {
  DAY_BADGE_UNKNOWN,
  DAY_BADGE_USED,
  SHIFT_OVER,
  TABLET_UNKNOWN,
  TABLET_WITHDRAWN,
} from "../../contracts/errors.gen";
import { aesKey, decrypt } from "../aes";
import type { Fact, Wall } from "../api";
import { type Bytes, base64, text, utf8 } from "../bytes";
import { bound, SEGMENT, scan, TOLD } from "../frames";
import { hashText, hashWith } from "../holdings";
import { type Hub, HubRefused, HubSilent } from "../hub";
import { newId, randomBytes } from "../ids";
import { privateKeys, unseal } from "../keys";
import { hashOf } from "../lately";
import { partsOf, TO_HUB } from "../segments";
import type { PullQuestion } from "../sync";

const P256 = { name: "ECDH", namedCurve: "P-256" };
const EIGHT_HOURS_MS = 8 * 3_600_000;
const COST = { memory_kib: 64, iterations: 1, parallelism: 1 };
const id = () => newId(Date.now(), randomBytes);

async function keyPair() {
  const pair = await crypto.subtle.generateKey(P256, true, ["deriveBits"]);
  const open = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const secret = new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey));
  return { public: base64(open), private: base64(secret) };
}

export class FakeHub {
  epoch = id();
  site = id();
  facts = new Map<string, Fact>();
  listings = new Map<string, Fact[]>();
  readable: string[] = [];
  isSilent = false;
  asked: string[] = [];
  pulled = 0;
  /** Gives facts only to whoever opened a ring since the desk was started. */
  asksForRings = false;
  chokesOn: string | null = null;
  hangs = false;
  refuses: number | null = null;
  losesAnswers = 0;
  answersWith = "stored";
  /** Sizes of the batches sent. */
  batches: number[] = [];
  pins = new Map<string, string>();
  badges = new Map<string, string>();
  /** Secrets of day badges, and whom each made a volunteer. */
  dayBadges = new Map<string, string | null>();
  /** When the shift of a worker ends, ms since the epoch: of somebody here for one alone. */
  shifts = new Map<string, number>();
  now: () => number = Date.now;
  #tokens = new Set<string>();
  heldTo = 0;
  page = 2000;
  walls: Record<string, { public: string; private: string }> = {};
  hubKey = { public: "", private: "" };

  static async start(walls: Wall[] = ["reception", "child"]): Promise<FakeHub> {
    const hub = new FakeHub();
    hub.hubKey = await keyPair();
    for (const wall of walls) hub.walls[wall] = await keyPair();
    hub.readable = walls.map((wall) => hub.stream(wall));
    return hub;
  }

  /** Another hub in its place: other keys, and nothing known. */
  async forget(): Promise<void> {
    this.forgetFacts();
    this.forgetTablets();
    this.hubKey = await keyPair();
    for (const wall of Object.keys(this.walls)) this.walls[wall] = await keyPair();
  }

  forgetTablets(): void {
    this.#tokens.clear();
  }

  forgetFacts(): void {
    this.epoch = id();
    this.facts.clear();
    this.listings.clear();
  }

  stream = (wall: string, arrival = "-") => `${this.site}/${arrival}/${wall}`;

  /** As if it came from another tablet. */
  list(fact: Fact): void {
    if (!this.facts.has(fact.id)) this.facts.set(fact.id, fact);
    const arrivals = fact.scope.arrivals.length > 0 ? fact.scope.arrivals : ["-"];
    for (const arrival of arrivals) {
      const stream = this.stream(fact.wall, arrival);
      const listed = this.listings.get(stream) ?? [];
      this.listings.set(stream, [...listed, fact]);
    }
  }

  client = (token: () => string | null): Hub => ({
    get: async <T>(path: string) => this.#answer(token(), path, {}) as T,
    post: async <T>(path: string, body: unknown) =>
      structuredClone(await this.#answer(token(), path, structuredClone(body))) as T,
  });

  // biome-ignore lint/suspicious/noExplicitAny: one door for all questions of the wire
  async #answer(token: string | null, path: string, body: any): Promise<unknown> {
    this.asked.push(path);
    if (this.isSilent) throw new HubSilent();
    if (this.hangs) return new Promise(() => undefined);
    // A withdrawn tablet's facts are taken all the same.
    const isTaken = this.refuses === TABLET_WITHDRAWN && path === "/journal/facts";
    if (this.refuses && !isTaken) throw new HubRefused(403, this.refuses, {});
    const now = new Date(this.now()).toISOString();
    if (path === "/access/enrol") return this.#enrol();
    if (!this.#tokens.has(token ?? "")) throw new HubRefused(401, TABLET_UNKNOWN, {});
    if (path === "/access/sign-in") return this.#signIn(body.worker, body.pin);
    if (path === "/access/day-badge") return { worker: this.#bearer(body.secret) };
    if (path === "/access/shift") return this.#beginShift(body.secret, body.pin);
    if (path === "/access/device") return this.#siteAnswer();
    if (path === "/journal/facts") return { answers: await this.#store(body), now, epoch: this.epoch };
    const by = body.opened_by;
    const isLocked = this.asksForRings && by?.key !== `opened by ${by?.worker}`;
    const given = this.pulled;
    const { facts, ...said } = await this.#pull(body);
    if (isLocked) this.pulled = given;
    return { ...said, facts: isLocked ? [] : facts, more: said.more && !isLocked, is_locked: isLocked, now };
  }

  #enrol() {
    const walls = Object.fromEntries(Object.entries(this.walls).map(([wall, keys]) => [wall, keys.public]));
    const token = id();
    this.#tokens.add(token);
    return {
      device: id(),
      token,
      label: "Tablet 7",
      site: this.site,
      hub_key: this.hubKey.public,
      walls,
    };
  }

  #worker(worker: string) {
    const until = this.shifts.get(worker);
    const by = [...this.dayBadges.values()].indexOf(worker);
    return {
      id: worker,
      short_name: "Nadia",
      languages: ["ht"],
      places: [],
      reads: [],
      finds: true,
      until: until === undefined ? null : new Date(until).toISOString(),
      day_badge: by < 0 ? null : by + 1,
    };
  }

  #siteAnswer() {
    const isHere = (worker: string) => !this.#isOver(worker);
    const workers = [...this.pins.keys()].filter(isHere).map((worker) => this.#worker(worker));
    const site = {
      subject: this.site,
      code: "PAP",
      name: "Port-au-Prince",
      timezone: "America/Port-au-Prince",
    };
    return { site, hub_name: "Hub", workers, settings: { lock_s: { reception: 180 } }, open_arrivals: [] };
  }

  #isOver(worker: string): boolean {
    return (this.shifts.get(worker) ?? Number.POSITIVE_INFINITY) <= this.now();
  }

  #bearer(secret: string): string | null {
    const worker = this.dayBadges.get(secret);
    if (worker === undefined) throw new HubRefused(403, DAY_BADGE_UNKNOWN, {});
    if (worker && this.#isOver(worker)) throw new HubRefused(403, SHIFT_OVER, {});
    return worker;
  }

  async #beginShift(secret: string, pin: string) {
    if (this.#bearer(secret)) throw new HubRefused(403, DAY_BADGE_USED, { number: 1 });
    const worker = id();
    this.dayBadges.set(secret, worker);
    this.pins.set(worker, pin);
    this.badges.set(worker, await hashOf(secret));
    this.shifts.set(worker, this.now() + EIGHT_HOURS_MS);
    return this.#signIn(worker, pin);
  }

  async #signIn(worker: string, pin: string) {
    if (this.pins.get(worker) !== pin) throw new HubRefused(401, 104, {});
    if (this.#isOver(worker)) throw new HubRefused(403, SHIFT_OVER, {});
    const walls = Object.fromEntries(Object.entries(this.walls).map(([wall, keys]) => [wall, keys.private]));
    const end = this.#worker(worker).until;
    return {
      worker: this.#worker(worker),
      walls,
      until: end ? Object.fromEntries(Object.keys(walls).map((wall) => [wall, end])) : {},
      pin_cost: COST,
      badge: this.badges.get(worker) ?? null,
      own_key: base64(utf8(worker.slice(0, 32))),
      pull_key: `opened by ${worker}`,
    };
  }

  async #store(batch: Bytes) {
    const sent = await this.#opened(batch);
    if (sent.some(({ id }) => id === this.chokesOn)) throw new HubRefused(400, 130, {});
    this.batches.push(sent.length);
    const answers = sent.map(({ id, fact }) => {
      if (!fact) return { id, answer: "set aside" };
      if (this.facts.has(id)) return { id, answer: "known" };
      this.list(this.#isErased(fact) ? { ...fact, body: null, salt: null } : fact);
      return { id, answer: this.answersWith };
    });
    if (this.losesAnswers-- > 0) throw new HubSilent();
    return answers;
  }

  /** What a tablet sent: frames of its log, that this hub's key opens, or not. */
  async #opened(batch: Bytes): Promise<{ id: string; fact: Fact | null }[]> {
    const key = await privateKeys(this.hubKey.private);
    const segments = new Map<number, CryptoKey>();
    const sent = [];
    for (const of of scan(batch).frames) {
      const payload = batch.slice(of.at, of.at + of.length);
      if (of.type === SEGMENT) {
        const part = partsOf(payload).get(TO_HUB);
        const raw = part && (await unseal(key, part, bound(of)).catch(() => null));
        if (raw) segments.set(of.segment, await aesKey(raw));
      } else if (of.type === TOLD) {
        const opened = segments.get(of.segment);
        const fact = opened ? JSON.parse(text(await decrypt(opened, payload, bound(of)))) : null;
        sent.push({ id: of.id, fact });
      }
    }
    return sent;
  }

  #isErased({ kind, subject, wall }: Fact): boolean {
    if (kind.startsWith("journal.") || kind === "test.tally") return false;
    return [...this.facts.values()].some(
      (fact) => fact.kind === "journal.erase" && fact.subject === subject && fact.wall === wall,
    );
  }

  async #pull(question: PullQuestion) {
    const streams: Record<string, { count: number; hash: string }> = {};
    const facts: (Fact & { stream: string; position: number })[] = [];
    const from = question.epoch === this.epoch ? question.streams : {};
    for (const stream of this.readable) {
      const listed = this.listings.get(stream) ?? [];
      const ids = [...new Set(listed.map((fact) => fact.id))];
      streams[stream] = { count: ids.length, hash: hashText(await hashWith(0n, ids)) };
      for (const [i, fact] of listed.entries()) {
        if (i + 1 > (from[stream] ?? 0)) facts.push({ ...fact, stream, position: i + 1 });
      }
    }
    const some = facts.slice(0, this.page);
    this.pulled += some.length;
    return {
      epoch: this.epoch,
      streams,
      facts: some,
      more: facts.length > some.length,
      held_to: this.heldTo,
    };
  }
}
