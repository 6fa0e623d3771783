// Sends what was told, fetches what others told, and decides when to try again. Nobody ever waits for it.

import { DeskError, type Fact } from "./api";
import type { Bytes } from "./bytes";
import { offset } from "./clock";
import { type Hub, HubRefused, HubSilent } from "./hub";

export interface PullQuestion {
  epoch: string | null;
  streams: Record<string, number>;
  limit: number;
  unsent: number;
  last_n: number;
  opened_by?: OpenedBy | null;
}

/** Whose ring was opened here since the desk was started: without one the hub gives no facts. In memory alone. */
export interface OpenedBy {
  worker: string;
  key: string;
}

export interface PullAnswer {
  /** null: this hub has not heard of any fact yet. */
  epoch: string | null;
  now: string;
  streams: Record<string, { count: number; hash: string }>;
  facts: (Fact & { stream: string; position: number })[];
  more: boolean;
  held_to?: number;
  is_locked?: boolean;
}

/** Facts that only the hub can open, and their ids. */
export interface Unsent {
  ids: string[];
  batch: Bytes;
}

interface SendAnswer {
  answers: { id: string; answer: string; reason?: string }[];
  now: string;
  epoch: string | null;
}

/** What sync needs of the tablet; everything that is to last is on the disk when these return. */
export interface Store {
  unsent(most: number, passedOver: ReadonlySet<string>): Promise<Unsent>;
  acknowledge(ids: string[]): Promise<void>;
  question(): PullQuestion;
  /** Another hub than before, or one restored: forget the cursors, offer own facts again. */
  meetEpoch(epoch: string | null): Promise<boolean>;
  heard(offset: number, at: number): void;
  take(answer: PullAnswer): Promise<void>;
  /** After the last page: streams that do not add up are read again from the start. True if there are any. */
  compare(streams: PullAnswer["streams"]): Promise<boolean>;
  held(): number;
}

export interface Timing {
  now(): number;
  later(ms: number, run: () => void): () => void;
  /** 0 to 1. */
  chance(): number;
}

export interface SyncReport {
  syncing?: { done: number; of: number | null } | null;
  isHeard?: boolean;
  /** The number of the hub's refusal, or null when it answers as it should. */
  refused?: number | null;
}

const BATCH = 200;
const PAGE = 2000;
const POLL_MS = 4000;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 15_000;

export class Sync {
  isHeard = false;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #cancel: (() => void) | null = null;
  #isStopped = false;

  constructor(
    readonly hub: Hub,
    readonly store: Store,
    readonly timing: Timing,
    readonly report: (report: SyncReport) => void,
    readonly openedBy: () => OpenedBy | null = () => null,
  ) {}

  /** A fact was told: sent at once if the hub was there a moment ago, else with the next try. */
  told(): void {
    if (this.isHeard || this.#running) void this.run();
  }

  /** Tries now, or right after the try under way. Never throws. */
  run(): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#cancel?.();
    this.#running = this.#try().finally(() => {
      this.#running = null;
      if (this.#isStopped) return;
      this.#cancel = this.timing.later(this.#pause(), () => void this.run());
    });
    return this.#running;
  }

  /** Done when the try under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancel?.();
    await this.#running;
  }

  async #try(): Promise<void> {
    do {
      this.#again = false;
      try {
        await this.#round();
        this.#failures = 0;
        this.#hear(true);
        this.report({ refused: null });
      } catch (error) {
        // A refusal is an answer too, but trying again at once would not change it.
        this.#failures++;
        this.#hear(!(error instanceof HubSilent));
        this.#again = false;
        if (error instanceof HubRefused) this.report({ refused: error.number });
        if (!(error instanceof DeskError)) console.error("sync stopped", nameOf(error));
      }
    } while (this.#again);
    this.report({ syncing: null });
  }

  #hear(isHeard: boolean): void {
    this.isHeard = isHeard && this.#failures === 0;
    this.report({ isHeard: this.isHeard });
  }

  /** A tenth of the tablets at most wake in the same moment after the hub was away. */
  #pause(): number {
    if (this.#failures === 0) return POLL_MS * (0.75 + this.timing.chance() / 2);
    const most = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.#failures - 1));
    return most * (0.5 + this.timing.chance() / 2);
  }

  async #round(): Promise<void> {
    await this.#send();
    await this.#pull();
  }

  async #send(): Promise<void> {
    const passedOver = new Set<string>();
    let most = BATCH;
    for (;;) {
      const { ids, batch } = await this.store.unsent(most, passedOver);
      if (ids.length === 0) return;
      const sentAt = this.timing.now();
      let answer: SendAnswer;
      try {
        answer = await this.hub.post<SendAnswer>("/journal/facts", batch);
      } catch (error) {
        // The hub will not have this batch as a whole: find the one it chokes on, and send the others.
        if (!(error instanceof HubRefused) || error.status === 401 || error.status === 403) throw error;
        if (ids.length === 1) passedOver.add(ids[0] as string);
        most = Math.max(1, ids.length >> 1);
        continue;
      }
      this.store.heard(offset(answer.now, sentAt, this.timing.now()), this.timing.now());
      await this.store.meetEpoch(answer.epoch);
      const answered = new Set(answer.answers.map(({ id }) => id));
      for (const id of ids) if (!answered.has(id)) passedOver.add(id);
      await this.store.acknowledge([...answered]);
      most = Math.min(BATCH, most * 2);
    }
  }

  async #pull(): Promise<void> {
    let done = 0;
    let of: number | null = null;
    let isSecondReading = false;
    for (;;) {
      const sentAt = this.timing.now();
      const question = { ...this.store.question(), limit: PAGE, opened_by: this.openedBy() };
      const answer = await this.hub.post<PullAnswer>("/journal/pull", question);
      this.store.heard(offset(answer.now, sentAt, this.timing.now()), this.timing.now());
      if (await this.store.meetEpoch(answer.epoch)) continue;
      of ??= sum(answer.streams) - this.store.held();
      await this.store.take(answer);
      if (answer.is_locked) return;
      done += answer.facts.length;
      if (answer.more) {
        this.report({ syncing: { done, of: Math.max(of, done) } });
        continue;
      }
      const mustReadAgain = await this.store.compare(answer.streams);
      // Once a round: if it still differs then, the next round will see.
      if (!mustReadAgain || isSecondReading) return;
      isSecondReading = true;
    }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

function sum(streams: PullAnswer["streams"]): number {
  return Object.values(streams).reduce((total, { count }) => total + count, 0);
}
