// The worker that owns the tablet's log: one per browser profile, started by the page.

import { NO_STORAGE, OPEN_ELSEWHERE } from "../contracts/errors.gen";
import { KINDS } from "../contracts/kinds.gen";
import { DeskError } from "./api";
import type { Telling } from "./archive";
import { opfsFolder } from "./disk";
import { httpHub } from "./hub";
import { newId, randomBytes } from "./ids";
import { deviceKey } from "./keys";
import type { Answered, Call, News } from "./protocol";
import { keepSettings } from "./settings";
import type { Timing } from "./sync";
import { Tablet } from "./tablet";
import { DESTROYS } from "./tries";

const LOCK = "akeyi-journal";
let tablet: Tablet | null = null;
/** Whether this tab has the tablet; another one's settings are not written over. */
let decide: (isOurs: boolean) => void;
let isOurs = new Promise<boolean>((resolve) => {
  decide = resolve;
});

const say = (news: News | Answered) => self.postMessage(news);

const timing: Timing = {
  now: () => Date.now(),
  later(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  chance: () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32,
};

/** Opens the journal, now or once the tab that has it ends. The lock is held until this tab ends itself. */
function start(hub: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const open = async () => {
      isOurs = Promise.resolve(true);
      await begin(hub).then(resolve, reject);
      await new Promise<never>(() => undefined);
    };
    navigator.locks
      .request(LOCK, { ifAvailable: true }, (lock) => {
        decide(lock !== null);
        if (lock) return open();
        say({ news: "state", state: { phase: "elsewhere" } });
        resolve();
        void navigator.locks.request(LOCK, open);
        return undefined;
      })
      .catch(reject);
  });
}

async function begin(hub: string): Promise<void> {
  try {
    const key = await deviceKey();
    tablet = new Tablet({
      folder: await opfsFolder(`akeyi-${key.name}`),
      deviceKey: key,
      hub: (token) => httpHub(hub, token),
      timing,
      random: randomBytes,
      outlives: (kind) => KINDS[kind]?.keep === "ledger",
      shutOut,
      say,
    });
    await tablet.start();
  } catch (error) {
    tablet = null;
    const reason = nameOf(error);
    say({ news: "state", state: { phase: "broken", trouble: reason } });
    throw new DeskError(NO_STORAGE, { reason });
  }
}

function shutOut(worker: string): Telling {
  const kind = "access.shut_out";
  return {
    id: newId(Date.now(), randomBytes),
    kind,
    version: KINDS[kind]?.version ?? 1,
    subject: worker,
    wall: "safety",
    arrivals: [],
    at: null,
    body: JSON.stringify({ wrong_pins: DESTROYS }),
  };
}

/** Never the message: it could quote what somebody told. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

async function keep(settings: string): Promise<void> {
  if (await isOurs) await keepSettings(settings);
}

function answer(call: Call): Promise<unknown> {
  if (call.what === "start") return start(call.hub);
  if (call.what === "keep") return keep(call.settings);
  if (!tablet) throw new DeskError(OPEN_ELSEWHERE);
  switch (call.what) {
    case "enrol":
      return tablet.enrol(call.code);
    case "signIn":
      return tablet.signIn(call.worker, call.pin, call.session, call.lock);
    case "signInByBadge":
      return tablet.signInByBadge(call.badge, call.digits, call.session);
    case "bearerOf":
      return tablet.bearerOf(call.secret);
    case "beginShift":
      return tablet.beginShift(call.badge, call.session);
    case "lock":
      return tablet.lock();
    case "tell":
      return tablet.tell(call.tellings, call.isQuiet);
    case "checkPin":
      return tablet.checkPin(call.worker, call.pin, call.lock);
    case "ownLock":
      return tablet.ownLock(call.pin, call.by, call.next);
    case "askHub":
      return tablet.askHub(call.path);
    case "syncNow":
      return tablet.syncNow();
  }
}

self.onmessage = async ({ data }: MessageEvent<Call>) => {
  try {
    say({ call: data.call, value: await answer(data) });
  } catch (error) {
    const known = error instanceof DeskError ? error : new DeskError(NO_STORAGE, { reason: nameOf(error) });
    say({ call: data.call, error: { number: known.number, params: known.params } });
  }
};
