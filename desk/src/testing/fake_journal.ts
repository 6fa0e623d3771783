// A journal in memory for tests and for looking at screens: it folds like the real one, and keeps nothing.
import { reactive, watch } from "vue";
import { BADGE_WRONG, CANNOT_BE_TOLD, HUB_SILENT, PIN_TOO_SIMPLE, PIN_WRONG } from "../contracts/errors.gen";
import { KINDS } from "../contracts/kinds.gen";
import { aesKey } from "../journal/aes";
import { DeskError, type DeskState, type Draft, type Fact, type Journal, type Wall } from "../journal/api";
import { Begun } from "../journal/begun";
import { tick } from "../journal/clock";
import { Tables } from "../journal/fold";
import { newId, randomBytes } from "../journal/ids";
import { UPCASTS } from "../journal/upcasts";
import { DEVICE, SITE, VOLUNTEER, WORKERS } from "./cast";

export interface FakeJournal extends Journal {
  /** Every draft in the order in which it was told, batch by batch. */
  batches: Draft[][];
  /** What the tablet was set to, as it was kept last. */
  kept: string | null;
  /** Facts of another tablet, which had not heard what stands here. */
  hear(drafts: Draft[]): void;
  /** Facts as the hub hands them on. */
  hearFacts(facts: Fact[]): void;
  /** What the hub answers to rooms that ask it; null: it is silent. */
  hubSays: unknown;
  /** The next tell fails, as on a full disk. */
  failNext(number: number): void;
}

export function fakeJournal(told: Draft[] = []): FakeJournal {
  const state = reactive<DeskState>({
    phase: "open",
    trouble: null,
    device: DEVICE,
    site: SITE,
    worker: WORKERS[0]!,
    workers: WORKERS,
    known_workers: WORKERS.map((w) => w.id),
    by_badge: [],
    unsent: 0,
    heard_at: Date.now(),
    syncing: null,
    persisted: true,
    lock_s: { reception: 180 },
    version: 0,
  });
  const tables = new Tables(KINDS, UPCASTS);
  const batches: Draft[][] = [];
  let clock = "0000000000000000";
  let n = 0;
  let failing: number | null = null;

  function fact(draft: Draft, now: string, hasSeen: boolean): Fact {
    const kind = KINDS[draft.kind];
    const wall = (kind?.wall ?? draft.wall) as Wall | undefined;
    if (!kind || !wall) throw new DeskError(CANNOT_BE_TOLD, { kind: draft.kind });
    const unknown = Object.keys(draft.body).filter((field) => !kind.fields.includes(field));
    if (unknown.length) throw new Error(`${draft.kind} has no field ${unknown.join(", ")}`);
    const id = newId(Date.now(), randomBytes);
    const subject = draft.subject ?? id;
    clock = tick(clock, Date.now());
    const saw = Object.fromEntries(
      Object.keys(draft.body).map((f) => [f, hasSeen ? tables.standing(draft.kind, subject, f) : []]),
    );
    const body = JSON.stringify(kind.shape === "revision" ? { ...draft.body, saw } : draft.body);
    return {
      id,
      kind: draft.kind,
      version: kind.version,
      subject,
      wall,
      scope: { site: SITE.id, arrivals: draft.arrivals ?? [] },
      at: draft.at ?? now,
      clock,
      device: DEVICE.id,
      n: ++n,
      worker: state.worker?.id ?? null,
      salt: "",
      digest: "",
      body,
    };
  }
  function add(drafts: Draft[], hasSeen = true): Fact[] {
    const facts: Fact[] = [];
    // What is told together is told at one moment.
    const now = new Date().toISOString();
    for (const draft of drafts) {
      const one = fact(draft, now, hasSeen);
      tables.add([one]);
      facts.push(one);
    }
    state.version++;
    return facts;
  }
  add(told);

  const begun = new Begun();
  const enter = (worker: string) => begun.enter(worker, aesKey(new Uint8Array(32)));
  // Also where a test says who works here without a PIN.
  watch(
    () => state.worker?.id,
    (worker) => worker && void enter(worker),
    { immediate: true, flush: "sync" },
  );

  const journal: FakeJournal = {
    state,
    begun,
    batches,
    kept: null,
    hubSays: null,
    hearFacts: (facts) => {
      tables.add(facts);
      state.version++;
    },
    hear: (drafts) => void add(drafts, false),
    failNext: (number) => {
      failing = number;
    },
    start: async () => {},
    enrol: async () => {
      state.phase = "locked";
    },
    async signIn(worker, pin) {
      if (pin !== "123456") throw new DeskError(PIN_WRONG);
      await enter(worker);
      state.worker = WORKERS.find((w) => w.id === worker) ?? null;
      state.phase = "open";
    },
    ownLock: async () => {},
    async signInByBadge({ worker }, digits) {
      if (digits !== "12") throw new DeskError(BADGE_WRONG);
      await enter(worker);
      state.worker = WORKERS.find((w) => w.id === worker) ?? null;
      state.phase = "open";
    },
    bearerOf: async () => null,
    async beginShift({ first_name, language, pin }) {
      if (pin === "123456") throw new DeskError(PIN_TOO_SIMPLE);
      await enter(VOLUNTEER.id);
      const short_name = first_name ? `Volunteer 7 · ${first_name}` : "Volunteer 7";
      state.worker = { ...VOLUNTEER, short_name, languages: [language], day_badge: 7 };
      state.phase = "open";
    },
    changeWorker() {
      state.worker = null;
      state.phase = "locked";
    },
    async tell(drafts) {
      await Promise.resolve();
      if (failing !== null) {
        const number = failing;
        failing = null;
        throw new DeskError(number);
      }
      batches.push(drafts);
      const facts = add(drafts);
      state.unsent += facts.length;
      return facts.map((f) => f.id);
    },
    async tellQuietly(drafts) {
      await Promise.resolve();
      batches.push(drafts);
      add(drafts.filter(({ kind }) => state.worker?.reads.includes(KINDS[kind]!.wall!)));
    },
    async takeBack(ids) {
      await journal.tell(
        ids.map((target) => {
          const { wall, subject, scope } = tables.fact(target)!;
          return { kind: "journal.void", wall, subject, arrivals: scope.arrivals, body: { target } };
        }),
      );
    },
    checkPin: async (_worker, pin) => pin === "123456",
    entries: (kind) => tables.entries(kind),
    records: (kind) => tables.records(kind),
    isUnsent: () => false,
    syncNow: async () => {},
    askHub: async () => {
      if (journal.hubSays === null) throw new DeskError(HUB_SILENT);
      return journal.hubSays;
    },
    keep: async (settings) => {
      journal.kept = settings;
    },
  };
  return journal;
}
