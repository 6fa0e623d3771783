// The journal as the screens see it: tells through the worker, reads from tables in memory.

import { reactive } from "vue";
import { CANNOT_BE_TOLD } from "../contracts/errors.gen";
import { KINDS } from "../contracts/kinds.gen";
import { DeskError, type DeskState, type Draft, type Fact, type Journal } from "./api";
import type { Telling } from "./archive";
import { Begun } from "./begun";
import { Tables } from "./fold";
import { newId, randomBytes } from "./ids";
import type { Calls, FromWorker, News } from "./protocol";
import type { OwnLock } from "./ring";
import { Turns } from "./turns";
import { UPCASTS } from "./upcasts";

export interface JournalOptions {
  /** Where the hub answers; left out: where the page came from. */
  hub?: string;
}

type Waiting = { resolve(value: unknown): void; reject(error: DeskError): void };

export function createJournal(options: JournalOptions = {}): Journal {
  const state = reactive<DeskState>({
    phase: "starting",
    trouble: null,
    device: null,
    site: null,
    worker: null,
    workers: [],
    known_workers: [],
    by_badge: [],
    own_locks: {},
    unsent: 0,
    heard_at: null,
    refused: null,
    syncing: null,
    persisted: null,
    lock_s: {},
    version: 0,
  });
  const emptyTables = () => new Tables(KINDS, UPCASTS);
  const unsent = new Set<string>();
  const begun = new Begun();
  const waiting = new Map<number, Waiting>();
  const turns = new Turns();
  let tables = emptyTables();
  /** Being read again; shown once they are whole. */
  let next: Tables | null = null;
  let session = 0;
  let calls = 0;
  let worker: Worker | null = null;
  let heard: Promise<void> = Promise.resolve();

  function ask<K extends keyof Calls>(what: K, asks: Calls[K]["asks"]): Promise<Calls[K]["answers"]> {
    return new Promise((resolve, reject) => {
      const call = ++calls;
      waiting.set(call, { resolve: resolve as Waiting["resolve"], reject });
      worker?.postMessage({ ...asks, call, what });
    });
  }

  function show(facts: Fact[]): void {
    next?.add(facts);
    if (tables.add(facts)) state.version++;
  }

  function replace(by: Tables): void {
    tables = by;
    next = null;
    state.version++;
  }

  async function hear(news: News): Promise<void> {
    if (news.news === "state") Object.assign(state, news.state);
    else if (news.news === "unsent") for (const id of news.ids) unsent.add(id);
    else if (news.news === "acknowledged") for (const id of news.ids) unsent.delete(id);
    // What belongs to a worker who has gone is not shown to the next one.
    else if (news.session !== session) return;
    else if (news.news === "facts") show(news.facts);
    else if (news.news === "begun") await begun.enter(news.worker, news.key);
    else if (news.news === "read again") {
      if (!news.isDone) next = emptyTables();
      else if (next) replace(next);
    } else leave();
    if (news.news === "unsent" || news.news === "acknowledged") state.version++;
  }

  function leave(): void {
    session++;
    replace(emptyTables());
    state.worker = null;
    if (state.phase === "open") state.phase = "locked";
  }

  async function take(data: FromWorker): Promise<void> {
    if ("news" in data) return hear(data);
    const call = waiting.get(data.call);
    waiting.delete(data.call);
    if (data.error) call?.reject(new DeskError(data.error.number, data.error.params));
    else call?.resolve(data.value);
  }

  /** One after the other: what somebody began is open before they are let in. */
  function onMessage({ data }: MessageEvent<FromWorker>): void {
    heard = heard.then(() => take(data)).catch(() => undefined);
  }

  /** What the tablet's own lock answers, where this worker had it asked. */
  async function lockOf(id: string): Promise<OwnLock | null> {
    const credential = state.own_locks?.[id];
    return credential ? (await import("./own_lock")).answerOf(credential) : null;
  }

  /** Adds what the envelope needs and, for a revision, which answers stood when it was told. */
  function prepare(drafts: Draft[]): Telling[] {
    const toldBefore = new Map<string, string>();
    return drafts.map((draft) => {
      const kind = KINDS[draft.kind];
      const wall = kind?.wall ?? draft.wall;
      if (!kind || !wall) throw new DeskError(CANNOT_BE_TOLD, { kind: draft.kind });
      const id = newId(Date.now(), randomBytes);
      const subject = draft.subject ?? id;
      let body = draft.body;
      if (kind.shape === "revision") {
        const saw: Record<string, string[]> = {};
        for (const field of Object.keys(body)) {
          const key = `${draft.kind} ${subject} ${field}`;
          const inThisBatch = toldBefore.get(key);
          saw[field] = inThisBatch ? [inThisBatch] : tables.standing(draft.kind, subject, field);
          toldBefore.set(key, id);
        }
        body = { ...body, saw };
      }
      const { version } = kind;
      const arrivals = draft.arrivals ?? [];
      return {
        id,
        kind: draft.kind,
        version,
        subject,
        wall,
        arrivals,
        at: draft.at ?? null,
        body: JSON.stringify(body),
      };
    });
  }

  /** One after the other: what is told must be in the tables before the next revision says what it saw. */
  function tell(drafts: Draft[], isQuiet = false): Promise<string[]> {
    return turns.take(async () => {
      const tellings = prepare(drafts);
      const of = session;
      const facts = await ask("tell", { tellings, isQuiet });
      for (const { id } of facts) unsent.add(id);
      // Also what stands behind a wall this worker cannot read: they have just said it, until they leave.
      const mayKnow = (fact: Fact) => !isQuiet || state.worker?.reads.includes(fact.wall);
      if (of === session && state.phase === "open") show(facts.filter(mayKnow));
      return facts.map(({ id }) => id);
    });
  }

  return {
    state,
    begun,
    async start() {
      worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      worker.onmessage = onMessage;
      worker.onerror = () => Object.assign(state, { phase: "broken", trouble: "worker" });
      state.persisted = (await navigator.storage?.persist?.()) ?? null;
      await ask("start", { hub: options.hub ?? "" });
    },
    async enrol(code) {
      await ask("enrol", { code });
      leave();
    },
    async signIn(id, pin, isLockLost) {
      leave();
      const lock = isLockLost ? null : await lockOf(id);
      await ask("signIn", { worker: id, pin, lock, session });
    },
    async signInByBadge(badge, digits) {
      leave();
      await ask("signInByBadge", { badge, digits, session });
    },
    bearerOf: (secret) => ask("bearerOf", { secret }),
    async beginShift(badge) {
      leave();
      await ask("beginShift", { badge, session });
    },
    changeWorker() {
      leave();
      void ask("lock", {});
    },
    tell: (drafts) => tell(drafts),
    async tellQuietly(drafts) {
      await tell(drafts, true);
    },
    async takeBack(ids) {
      const drafts = ids.map((target): Draft => {
        const fact = tables.fact(target);
        if (!fact) throw new DeskError(CANNOT_BE_TOLD, { kind: "journal.void" });
        const { wall, subject, scope } = fact;
        return { kind: "journal.void", wall, subject, arrivals: scope.arrivals, body: { target } };
      });
      await tell(drafts);
    },
    async checkPin(id, pin) {
      // Without it the hub is asked.
      const lock = await lockOf(id).catch(() => null);
      return ask("checkPin", { worker: id, pin, lock });
    },
    async ownLock(pin, isAsked) {
      const { make } = await import("./own_lock");
      const by = await lockOf(state.worker?.id ?? "");
      const next = isAsked ? await make(state.worker?.short_name ?? "") : null;
      await ask("ownLock", { pin, by, next });
    },
    entries: (kind) => tables.entries(kind),
    records: (kind) => tables.records(kind),
    isUnsent: (id) => unsent.has(id),
    syncNow: () => ask("syncNow", {}),
    askHub: (path) => ask("askHub", { path }),
    keep: (settings) => ask("keep", { settings }),
  };
}
