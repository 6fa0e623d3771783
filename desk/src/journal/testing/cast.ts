// A tablet in memory and the people who use it, for tests.

import { DeskError, type DeskState, type Fact, type Wall } from "../api";
import type { Telling } from "../archive";
import type { Folder } from "../disk";
import { newId, randomBytes } from "../ids";
import { type DeviceKey, newDeviceKey } from "../keys";
import type { News } from "../protocol";
import { Tablet } from "../tablet";
import type { FakeHub } from "./fake_hub";
import { MemoryFolder } from "./memory";

export const NADIA = "018f0000-0000-7000-8000-00000000000a";
export const JO = "018f0000-0000-7000-8000-00000000000b";
export const ROSE = "018f0000-0000-7000-8000-0000000000b0";

/** A tablet with everything it says written down. */
export class Seen {
  state: Partial<DeskState> = {};
  facts = new Map<string, Fact>();
  unsent = new Set<string>();
  now = 1_632_060_000_000;
  timers: { ms: number; run: () => void }[] = [];
  tablet: Tablet;

  constructor(
    hub: FakeHub,
    readonly folder: Folder,
    deviceKey: DeviceKey,
  ) {
    this.tablet = new Tablet({
      folder,
      deviceKey,
      hub: hub.client,
      random: randomBytes,
      outlives: (kind) => kind === "test.tally",
      shutOut: (worker) => telling({}, { kind: "test.shut_out", subject: worker, wall: "safety" }),
      say: (news) => this.hear(news),
      timing: {
        now: () => this.now,
        later: (ms, run) => {
          const timer = { ms, run };
          this.timers.push(timer);
          return () => {
            this.timers = this.timers.filter((other) => other !== timer);
          };
        },
        chance: () => 0.5,
      },
    });
  }

  hear(news: News): void {
    if (news.news === "state") Object.assign(this.state, news.state);
    if (news.news === "read again" && !news.isDone) this.facts.clear();
    if (news.news === "facts") for (const fact of news.facts) this.facts.set(fact.id, fact);
    if (news.news === "unsent") for (const id of news.ids) this.unsent.add(id);
    if (news.news === "acknowledged") for (const id of news.ids) this.unsent.delete(id);
  }

  bodies(): string[] {
    return [...this.facts.values()].flatMap(({ body }) => (body === null ? [] : [body])).sort();
  }
}

export class Desk {
  seen!: Seen;

  private constructor(
    readonly hub: FakeHub,
    public folder: MemoryFolder,
    readonly key: DeviceKey,
  ) {}

  static async enrolled(hub: FakeHub): Promise<Desk> {
    hub.pins.set(NADIA, "123456");
    const desk = new Desk(hub, new MemoryFolder(), await newDeviceKey());
    await desk.restart();
    await desk.tablet.enrol("code");
    return desk;
  }

  get tablet(): Tablet {
    return this.seen.tablet;
  }

  /** The power goes and comes back. */
  async restart(): Promise<void> {
    this.seen?.tablet.close();
    this.folder = this.folder.afterKill();
    this.seen = new Seen(this.hub, this.folder, this.key);
    await this.seen.tablet.start();
  }

  /** Tells as a page does: what was told shows at once to who is signed in. */
  async tell(...tellings: Telling[]): Promise<Fact[]> {
    const facts = await this.tablet.tell(tellings);
    for (const { id } of facts) this.seen.unsent.add(id);
    if (this.seen.state.phase === "open") for (const fact of facts) this.seen.facts.set(fact.id, fact);
    return facts;
  }

  async signIn(pin = "123456"): Promise<void> {
    await this.tablet.signIn(NADIA, pin, 1);
  }

  /** Every byte the tablet keeps, as text. */
  everything(): string {
    return [...this.folder.files.values()].map((bytes) => Buffer.from(bytes).toString("latin1")).join("\n");
  }
}

export function telling(body: unknown, over: Partial<Telling> = {}): Telling {
  const id = newId(1_632_060_000_000, randomBytes);
  return {
    id,
    kind: "test.note",
    version: 1,
    subject: ROSE,
    wall: "reception",
    arrivals: [],
    at: null,
    body: JSON.stringify(body),
    ...over,
  };
}

/** A fact of another tablet, as the hub lists it. */
export function fromElsewhere(hub: FakeHub, body: unknown, over: Partial<Fact> = {}): Fact {
  const id = newId(1_632_060_000_000, randomBytes);
  const wall: Wall = "reception";
  return {
    id,
    kind: "test.note",
    version: 1,
    subject: ROSE,
    wall,
    scope: { site: hub.site, arrivals: [] },
    at: "2021-09-19T14:00:00.000Z",
    clock: "017bfe4e00000000",
    device: "018f0000-0000-7000-8000-0000000000ff",
    n: 1,
    worker: null,
    salt: "00".repeat(16),
    digest: "00".repeat(32),
    body: JSON.stringify(body),
    ...over,
  };
}

export async function numberOf(failing: Promise<unknown>): Promise<number | null> {
  try {
    await failing;
    return null;
  } catch (error) {
    return error instanceof DeskError ? error.number : -1;
  }
}
