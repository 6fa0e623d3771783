// From the page: something is told apart, and every minute somebody looks whether what waits can go.

import { NO_STORAGE } from "../contracts/errors.gen";
import { KINDS } from "../contracts/kinds.gen";
import { DeskError } from "../journal/api";
import { randomBytes } from "../journal/ids";
import { useState } from "../the_journal";
import type { Answered, Asked } from "./entry";
import { idOfDay, type Telling } from "./place";

const EVERY_MS = 60_000;
const waiting = new Map<number, (isDone: boolean) => void>();
let worker: Worker | null = null;
let calls = 0;

function ask(keep: Telling[] | null): Promise<boolean> {
  if (!worker) {
    worker = new Worker(new URL("./entry.ts", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      waiting.get(data.call)?.(data.isDone);
      waiting.delete(data.call);
    };
  }
  const asked: Asked = { call: ++calls, now: Date.now(), keep };
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
  if (!(await ask(tellings))) throw new DeskError(NO_STORAGE, { reason: "apart" });
}

let isTended = false;

/** Once: from then on, whether somebody is signed in or not. */
export function startTending(): void {
  if (isTended) return;
  isTended = true;
  void ask(null);
  setInterval(() => void ask(null), EVERY_MS);
}
