// The worker that keeps what is told apart: beside the journal's, and fetched only once it is needed.

import { DeskError } from "../journal/api";
import { readDevice } from "../journal/device";
import { opfsFolder, opfsReading } from "../journal/disk";
import { httpHub } from "../journal/hub";
import { randomBytes } from "../journal/ids";
import { deviceKey } from "../journal/keys";
import { type Around, Place, type Telling } from "./place";

/** From the page, whose clock counts. */
export type Asked = { call: number; now: number; keep?: Telling[]; code?: string };
export type Answered = {
  call: number;
  isDone: boolean;
  answer?: ComplaintAnswer;
  refused?: { number: number; params: Record<string, string | number> };
};
/** The answer of /feedback/answer. */
export interface ComplaintAnswer {
  state: "waiting" | "answered";
  text: string;
  see: { name: string; organisation: string; where: string } | null;
}

let token: string | null = null;

async function open(): Promise<{ place: Place; around: Around }> {
  const key = await deviceKey();
  const read = await opfsReading(`akeyi-${key.name}`);
  const around: Around = {
    folder: await opfsFolder(`apart-${key.name}`),
    deviceKey: key,
    async device() {
      const device = await readDevice(read, key.key);
      token = device?.token ?? null;
      return device;
    },
    hub: httpHub("", () => token),
    random: randomBytes,
  };
  return { place: new Place(around), around };
}

const opening = open();

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  const answer: Answered = { call: data.call, isDone: false };
  try {
    const { place, around } = await opening;
    if (data.code) {
      await around.device();
      answer.answer = await around.hub.post<ComplaintAnswer>("/feedback/answer", { code: data.code });
      return;
    }
    // Another tab of this tablet may be at it.
    await navigator.locks.request("akeyi-apart", () =>
      data.keep ? place.keep(data.keep, data.now) : place.tend(data.now),
    );
    answer.isDone = true;
  } catch (error) {
    // A number of the catalogue at most: anything else could quote what somebody told.
    if (error instanceof DeskError) answer.refused = { number: error.number, params: error.params };
  } finally {
    self.postMessage(answer);
  }
};
