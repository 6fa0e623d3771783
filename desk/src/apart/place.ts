// What is told apart: no worker, no subject, the day instead of the time; kept in a place of its own until the shift is over.

import { aesKey, decrypt, encrypt } from "../journal/aes";
import type { Fact, Wall } from "../journal/api";
import { type Bytes, base64, hex, text, unbase64, utf8 } from "../journal/bytes";
import { EARLIEST, tick } from "../journal/clock";
import type { Device } from "../journal/device";
import type { Folder } from "../journal/disk";
import { bound, encode, frame, SEGMENT, TOLD } from "../journal/frames";
import { digest } from "../journal/holdings";
import type { Hub } from "../journal/hub";
import { newId, type Random } from "../journal/ids";
import { type DeviceKey, publicKey, seal } from "../journal/keys";
import { TO_HUB } from "../journal/segments";
import { readSlot, replaceSlot } from "../journal/slots";
import { Turns } from "../journal/turns";
import { dayBegan, shiftOf } from "../rules/day_and_shift";

/** One thing told apart. `id`: what it says inside may have to name it. */
export interface Telling {
  id: string;
  kind: string;
  version: number;
  wall: Wall;
  body: string;
}

/** Sealed to the hub, as the rest of what a tablet has told and not sent. */
interface Waiting {
  id: string;
  segment: number;
  head: string;
  record: string;
  hub: string;
}

interface Kept {
  shift: string;
  /** Of the shift under way, and of shifts that are over. */
  now: Waiting[];
  due: Waiting[];
}

const NAME = "apart";
const AT_ONCE = 50;
/** Written anew so often, so that the file's own time says nothing about when something was told. */
const REWRITE_MS = 10 * 60_000;

export interface Around {
  folder: Folder;
  deviceKey: DeviceKey;
  device(): Promise<Device | null>;
  hub: Hub;
  random: Random;
}

/** An id that sorts by day and says nothing else. */
export const idOfDay = (now: number, timeZone: string, random: Random): string =>
  newId(dayBegan(now, timeZone), random);

export class Place {
  #turns = new Turns();
  #writtenAt = Number.NEGATIVE_INFINITY;

  constructor(readonly around: Around) {}

  /** On the disk when this returns. */
  keep(tellings: Telling[], now: number): Promise<void> {
    return this.#turns.take(async () => {
      const device = await this.around.device();
      if (!device) throw new Error("not enrolled");
      const kept = await this.#read(now, zoneOf(device));
      for (const telling of tellings) kept.now.push(await this.#seal(telling, device, now));
      await this.#write(kept, now);
    });
  }

  /** Sends what is due, and hides when the file was written last. Never throws for a hub that is away. */
  tend(now: number): Promise<void> {
    return this.#turns.take(async () => {
      const device = await this.around.device();
      if (!device) return;
      const kept = await this.#read(now, zoneOf(device));
      if (kept.now.length + kept.due.length === 0) return;
      const sendable = kept.due.filter(({ hub }) => hub === device.hub_key);
      const gone = new Set(await this.#send(sendable.slice(0, AT_ONCE)).catch(() => []));
      if (gone.size === 0 && now - this.#writtenAt < REWRITE_MS && now >= this.#writtenAt) return;
      await this.#write({ ...kept, due: kept.due.filter(({ id }) => !gone.has(id)) }, now);
    });
  }

  async #send(waiting: Waiting[]): Promise<string[]> {
    if (waiting.length === 0) return [];
    const frames = waiting.flatMap(({ id, segment, head, record }) => [
      { frame: frame(SEGMENT, "sealed", segment), payload: unbase64(head) },
      { frame: frame(TOLD, "sealed", segment, 1, id), payload: unbase64(record) },
    ]);
    const { answers } = await this.around.hub.post<{ answers: { id: string }[] }>(
      "/journal/facts",
      encode(frames),
    );
    return answers.map(({ id }) => id);
  }

  /** Each thing is told by a device of its own that says nothing else: no counter tells an order, or which tablet it was. */
  async #seal(telling: Telling, device: Device, now: number): Promise<Waiting> {
    const began = dayBegan(now, zoneOf(device));
    const { id, kind, version, wall, body } = telling;
    const salt = this.around.random(16) as Bytes;
    const fact: Fact = {
      id,
      kind,
      version,
      subject: id,
      wall,
      scope: { site: device.site, arrivals: [] },
      at: new Date(began).toISOString(),
      clock: tick(EARLIEST, began),
      device: newId(began, this.around.random),
      n: 1,
      worker: null,
      salt: hex(salt),
      digest: hex(await digest(salt, body)),
      body,
    };
    const segment = new DataView(this.around.random(4).slice().buffer).getUint32(0);
    const head = frame(SEGMENT, "sealed", segment);
    const raw = this.around.random(32) as Bytes;
    const part = await seal(await publicKey(device.hub_key), raw, bound(head));
    const record = await encrypt(
      await aesKey(raw),
      utf8(JSON.stringify(fact)),
      bound(frame(TOLD, "sealed", segment, 1, id)),
    );
    const headed = new Uint8Array([TO_HUB, part.length >> 8, part.length & 0xff, ...part]);
    return { id, segment, head: base64(headed), record: base64(record), hub: device.hub_key };
  }

  async #read(now: number, timeZone: string): Promise<Kept> {
    const shift = shiftOf(now, timeZone);
    const sealed = await readSlot(this.around.folder, NAME);
    if (!sealed) return { shift, now: [], due: [] };
    const kept: Kept = JSON.parse(text(await decrypt(this.around.deviceKey.key, sealed, utf8(NAME))));
    return kept.shift === shift ? kept : { shift, now: [], due: [...kept.due, ...kept.now] };
  }

  /** In the order of ids, which within a day is none; the former content goes. */
  async #write(kept: Kept, now: number): Promise<void> {
    const byId = (a: Waiting, b: Waiting) => (a.id < b.id ? -1 : 1);
    const sorted: Kept = { ...kept, now: [...kept.now].sort(byId), due: [...kept.due].sort(byId) };
    const content = await encrypt(this.around.deviceKey.key, utf8(JSON.stringify(sorted)), utf8(NAME));
    await replaceSlot(this.around.folder, NAME, content);
    this.#writtenAt = now;
  }
}

const zoneOf = (device: Device): string => String(device.answer?.site.timezone || "UTC");
