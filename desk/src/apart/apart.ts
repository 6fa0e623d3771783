// From the page: something is told apart, an answer to it asked for; every minute somebody looks whether what waits can go.

import { NO_STORAGE, UNEXPECTED } from "../contracts/errors.gen";
import { KINDS } from "../contracts/kinds.gen";
import { DeskError } from "../journal/api";
import { randomBytes } from "../journal/ids";
import { useState } from "../the_journal";
import type { Answered, Asked, ComplaintAnswer } from "./entry";
import { idOfDay, type Telling } from "./place";

const EVERY_MS = 60_000;
const waiting = new Map<number, (answered: Answered) => void>();
let worker: Worker | null = null;
let calls = 0;

function ask(what: Pick<Asked, "keep" | "code">): Promise<Answered> {
  if (!worker) {
    worker = new Worker(new URL("./entry.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      waiting.get(data.call)?.(data);
      waiting.delete(data.call);
    };
  }
  const asked: Asked = { call: ++calls, now: Date.now(), ...what };
  return new Promise((resolve) => {
    waiting.set(asked.call, resolve);
    worker?.postMessage(asked);
  });
}

/** The id that something told apart today will have. */
export const newIdApart = (): string => idOfDay(Date.now(), useState().site?.timezone ?? "UTC", randomBytes);

/** Keeps things on the tablet, all of them; throws where it has no room. */
export async function tellApart(drafts: { id: string; kind: string; body: object }[]): Promise<void> {
  const tellings = drafts.map(({ id, kind, body }): Telling => {
    const { version, wall } = KINDS[kind]!;
    return { id, kind, version, wall: wall!, body: JSON.stringify(body) };
  });
  if (!(await ask({ keep: tellings })).isDone) throw new DeskError(NO_STORAGE, { reason: "apart" });
}

/** The answer to a complaint for whoever has its numbers; throws what the hub says, or that it is silent. */
export async function answerTo(code: string): Promise<ComplaintAnswer> {
  const { answer, refused } = await ask({ code });
  if (!answer) throw new DeskError(refused?.number ?? UNEXPECTED, refused?.params);
  return answer;
}

let isTended = false;

/** Once: from then on, whether somebody is signed in or not. */
export function startTending(): void {
  if (isTended) return;
  isTended = true;
  void ask({});
  setInterval(() => void ask({}), EVERY_MS);
}
