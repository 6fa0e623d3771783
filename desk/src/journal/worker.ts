// The worker that owns the tablet's log: one per browser profile, started by the page.

import { KINDS } from "../contracts/kinds.gen";
import { DeskError } from "./api";
import { opfsFolder } from "./disk";
import { NO_STORAGE, OPEN_ELSEWHERE } from "./errors";
import { httpHub } from "./hub";
import { randomBytes } from "./ids";
import { deviceKey } from "./keys";
import type { Answered, Call, News } from "./protocol";
import type { Timing } from "./sync";
import { Tablet } from "./tablet";

const LOCK = "akeyi-journal";
let tablet: Tablet | null = null;

const say = (news: News | Answered) => self.postMessage(news);

const timing: Timing = {
  now: () => Date.now(),
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  chance: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
};

/** Resolves when this tab owns the journal; says so if another one still does. The lock is held until the tab ends. */
function own(): Promise<void> {
  const held = new Promise<never>(() => undefined);
  return new Promise((resolve, reject) => {
    const take = () => {
      resolve();
      return held;
    };
    navigator.locks
      .request(LOCK, { ifAvailable: true }, (lock) => {
        if (lock) return take();
        say({ news: "state", state: { phase: "elsewhere" } });
        navigator.locks.request(LOCK, take).catch(reject);
        return undefined;
      })
      .catch(reject);
  });
}

async function start(hub: string): Promise<void> {
  await own();
  try {
    const key = await deviceKey();
    tablet = new Tablet({
      folder: await opfsFolder(`akeyi-${key.name}`),
      deviceKey: key,
      hub: (token) => httpHub(hub, token),
      timing,
      random: randomBytes,
      outlives: (kind) => KINDS[kind]?.keep === "ledger",
      say,
    });
    await tablet.start();
  } catch (error) {
    tablet = null;
    const reason = error instanceof Error ? error.name : "unknown";
    say({ news: "state", state: { phase: "broken", trouble: reason } });
    throw new DeskError(NO_STORAGE, { reason });
  }
}

function answer(call: Call): Promise<unknown> {
  if (call.what === "start") return start(call.hub);
  if (!tablet) throw new DeskError(OPEN_ELSEWHERE);
  switch (call.what) {
    case "enrol":
      return tablet.enrol(call.code);
    case "signIn":
      return tablet.signIn(call.worker, call.pin, call.session);
    case "lock":
      return tablet.lock();
    case "tell":
      return tablet.tell(call.tellings);
    case "checkPin":
      return tablet.checkPin(call.worker, call.pin);
    case "syncNow":
      return tablet.syncNow();
  }
}

self.onmessage = async ({ data }: MessageEvent<Call>) => {
  try {
    say({ call: data.call, value: await answer(data) });
  } catch (error) {
    const known = error instanceof DeskError ? error : new DeskError(NO_STORAGE, { reason: String(error) });
    say({ call: data.call, error: { number: known.number, params: known.params } });
  }
};
