// The worker that keeps what is told apart: beside the journal's, and fetched only once it is needed.

import { readDevice } from "../journal/device";
import { opfsFolder, opfsReading } from "../journal/disk";
import { httpHub } from "../journal/hub";
import { randomBytes } from "../journal/ids";
import { deviceKey } from "../journal/keys";
import { Place, type Telling } from "./place";

/** From the page, whose clock counts. */
export type Asked = { call: number; now: number; keep: Telling[] | null };
export type Answered = { call: number; isDone: boolean };

let token: string | null = null;

async function open(): Promise<Place> {
  const key = await deviceKey();
  const read = await opfsReading(`akeyi-${key.name}`);
  return new Place({
    folder: await opfsFolder(`apart-${key.name}`),
    deviceKey: key,
    async device() {
      const device = await readDevice(read, key.key);
      token = device?.token ?? null;
      return device;
    },
    hub: httpHub("", () => token),
    random: randomBytes,
  });
}

const opening = open();

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  const answer: Answered = { call: data.call, isDone: false };
  try {
    const place = await opening;
    // Another tab of this tablet may be at it.
    await navigator.locks.request("akeyi-apart", () =>
      data.keep ? place.keep(data.keep, data.now) : place.tend(data.now),
    );
    answer.isDone = true;
  } catch {
    // Never why: it could quote what somebody told.
  }
  self.postMessage(answer);
};
