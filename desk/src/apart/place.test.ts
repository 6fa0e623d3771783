// What is told apart leaves when its shift is over, and says neither who, nor when, nor in which order.
import { expect, test } from "vitest";
import { aesKey, decrypt } from "../journal/aes";
import type { Fact } from "../journal/api";
import { base64, text, unbase64, utf8 } from "../journal/bytes";
import type { Device } from "../journal/device";
import { bound, SEGMENT, scan, TOLD } from "../journal/frames";
import { type Hub, HubSilent } from "../journal/hub";
import { randomBytes } from "../journal/ids";
import { newDeviceKey, unseal } from "../journal/keys";
import { partsOf, TO_HUB } from "../journal/segments";
import { MemoryFolder } from "../journal/testing/memory";
import { idOfDay, Place } from "./place";

const ZONE = "America/Port-au-Prince";
const MORNING = Date.parse("2026-09-19T13:17:42.123Z");
const HOUR = 3_600_000;
const DAY = "2026-09-19T04:00:00.000Z";

async function around() {
  const hubKeys = (await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, [
    "deriveBits",
  ])) as CryptoKeyPair;
  const hubKey = base64(new Uint8Array(await crypto.subtle.exportKey("raw", hubKeys.publicKey)));
  const device: Device = {
    device: "01926f00-0000-7000-8000-0000000000aa",
    token: "t",
    label: "Tablet 7",
    site: "01926f00-0000-7000-8000-0000000000bb",
    hub_key: hubKey,
    walls: {},
    answer: { site: { timezone: ZONE }, hub_name: "", workers: [], settings: {} },
  };
  const sent: Uint8Array[] = [];
  const state = { isAway: false, answers: null as string[] | null };
  const hub: Hub = {
    get: () => Promise.reject(new HubSilent()),
    async post<T>(_path: string, body: unknown) {
      if (state.isAway) throw new HubSilent();
      sent.push(body as Uint8Array);
      const ids = scan(body as Uint8Array).frames.flatMap(({ type, id }) => (type === TOLD ? [id] : []));
      return { answers: (state.answers ?? ids).map((id) => ({ id })) } as T;
    },
  };
  const folder = new MemoryFolder();
  const made = {
    folder,
    deviceKey: await newDeviceKey(),
    device: async () => device,
    hub,
    random: randomBytes,
  };
  return { made, device, sent, state, hubKeys, folder };
}

const telling = (body: string, now = MORNING) => ({
  id: idOfDay(now, ZONE, randomBytes),
  kind: "feedback.sealed",
  version: 1,
  wall: "sealed" as const,
  body,
});

async function opened(batch: Uint8Array, hub: CryptoKeyPair): Promise<Fact[]> {
  const facts: Fact[] = [];
  let key: CryptoKey | null = null;
  for (const of of scan(batch).frames) {
    const payload = batch.slice(of.at, of.at + of.length) as Uint8Array<ArrayBuffer>;
    if (of.type === SEGMENT) key = await aesKey(await unseal(hub, partsOf(payload).get(TO_HUB)!, bound(of)));
    else facts.push(JSON.parse(text(await decrypt(key!, payload, bound(of)))));
  }
  return facts;
}

test("it waits for the end of the shift, then goes once, and nothing of it stays", async () => {
  const { made, sent, folder } = await around();
  const place = new Place(made);
  await place.keep([telling("a"), telling("b")], MORNING);
  await place.tend(MORNING + 4 * HOUR);
  expect(sent).toHaveLength(0);
  await place.tend(MORNING + 6 * HOUR);
  expect(sent).toHaveLength(1);
  await place.tend(MORNING + 20 * HOUR);
  expect(sent).toHaveLength(1);
  expect([...folder.files.keys()]).toHaveLength(1);
});

test("the envelope says the day and a device of its own", async () => {
  const { made, sent, hubKeys, device } = await around();
  const place = new Place(made);
  await place.keep([telling("a")], MORNING);
  await place.keep([telling("b", MORNING + HOUR)], MORNING + HOUR);
  await place.tend(MORNING + 9 * HOUR);
  const facts = await opened(sent[0]!, hubKeys);
  const began = Date.parse(DAY).toString(16).padStart(12, "0");
  expect(facts.map(({ body }) => body).sort()).toEqual(["a", "b"]);
  for (const { id, subject, at, clock, n, worker, device: teller, scope } of facts) {
    expect({ subject, at, n, worker, scope }).toEqual({
      subject: id,
      at: DAY,
      n: 1,
      worker: null,
      scope: { site: device.site, arrivals: [] },
    });
    expect([id.replace("-", "").slice(0, 12), teller.replace("-", "").slice(0, 12), clock]).toEqual([
      began,
      began,
      `${began}0000`,
    ]);
    expect(teller).not.toBe(device.device);
  }
  expect(facts[0]!.device).not.toBe(facts[1]!.device);
  expect(facts.map(({ id }) => id)).toEqual(facts.map(({ id }) => id).sort());
});

test("a hub that is away, or answers in part, loses nothing", async () => {
  const { made, sent, state, hubKeys } = await around();
  const place = new Place(made);
  const [a, b] = [telling("a"), telling("b")];
  await place.keep([a, b], MORNING);
  state.isAway = true;
  await place.tend(MORNING + 9 * HOUR);
  state.isAway = false;
  state.answers = [a.id];
  // The tablet was killed meanwhile.
  const again = new Place(made);
  await again.tend(MORNING + 9 * HOUR);
  state.answers = null;
  await again.tend(MORNING + 9 * HOUR);
  const facts = await Promise.all(sent.map((batch) => opened(batch, hubKeys)));
  expect(facts.map((batch) => batch.map(({ body }) => body).sort())).toEqual([["a", "b"], ["b"]]);
});

test("what was sealed to another hub waits for that one", async () => {
  const { made, sent, device } = await around();
  const place = new Place(made);
  await place.keep([telling("a")], MORNING);
  const { hub_key } = device;
  device.hub_key = `${hub_key.slice(0, -4)}AAA=`;
  await place.tend(MORNING + 9 * HOUR);
  expect(sent).toHaveLength(0);
  device.hub_key = hub_key;
  await place.tend(MORNING + 10 * HOUR);
  expect(sent).toHaveLength(1);
});

test("with the tablet's own key nobody reads it, and the file says neither order nor hour", async () => {
  const { made, folder } = await around();
  const place = new Place(made);
  for (const [body, after] of [
    ["first vermilion", 0],
    ["second vermilion", 1],
    ["third vermilion", 2],
  ] as const)
    await place.keep([telling(body, MORNING + after * HOUR)], MORNING + after * HOUR);
  const [file] = [...folder.files.values()];
  const plain = text(await decrypt(made.deviceKey.key, file!.slice(12), utf8("apart")));
  expect(plain).not.toContain("vermilion");
  const { now, shift } = JSON.parse(plain);
  for (const { record, head } of now)
    for (const part of [record, head]) expect(text(unbase64(part))).not.toContain("vermilion");
  const ids = now.map(({ id }: { id: string }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(shift).toBe("2026-09-19/0");
  expect(plain).not.toMatch(/13:17|09:17|2026-09-19T/);
});

test("the file's own time follows the clock, not the telling", async () => {
  const { made, folder } = await around();
  const place = new Place(made);
  await place.keep([telling("a")], MORNING);
  const written = () => [...folder.files.values()].map((bytes) => base64(bytes)).join();
  const first = written();
  await place.tend(MORNING + 60_000);
  expect(written()).toBe(first);
  await place.tend(MORNING + 11 * 60_000);
  expect(written()).not.toBe(first);
});
