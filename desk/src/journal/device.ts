// What enrolment gave this tablet: its name, its token, whom to seal to, and what the hub said about its site.

import { decrypt, encrypt } from "./aes";
import type { DeskState, Wall, Worker } from "./api";
import { text, utf8 } from "./bytes";
import type { Folder } from "./disk";
import { publicKey } from "./keys";
import type { Recipients } from "./segments";
import { type ReadFile, readSlot, writeSlot } from "./slots";

/** The answer of /access/device. */
export interface SiteAnswer {
  site: Record<string, unknown>;
  hub_name: string;
  workers: Worker[];
  settings: Pick<Partial<DeskState>, "lock_s" | "complaints">;
}

/** The answer of /access/enrol, and later ones about the site beside it. */
export interface Device {
  device: string;
  token: string;
  label: string;
  site: string;
  hub_key: string;
  walls: Partial<Record<Wall, string>>;
  answer?: SiteAnswer;
  /** Ids this tablet had before it was made known again. */
  former?: string[];
  /** Workers whose ring here is still of the keys of before; it opens what nobody could seal again. */
  formerRings?: string[];
}

const NAME = "device";

export async function keepDevice(folder: Folder, key: CryptoKey, device: Device): Promise<void> {
  await writeSlot(folder, NAME, await encrypt(key, utf8(JSON.stringify(device)), utf8(NAME)));
}

export async function readDevice(folder: Folder | ReadFile, key: CryptoKey): Promise<Device | null> {
  const sealed = await readSlot(folder, NAME);
  return sealed && JSON.parse(text(await decrypt(key, sealed, utf8(NAME))));
}

export async function recipientsOf(device: Device, key: CryptoKey): Promise<Recipients> {
  const walls: Recipients["walls"] = {};
  for (const [wall, raw] of Object.entries(device.walls)) walls[wall as Wall] = await publicKey(raw);
  return { device: key, hub: await publicKey(device.hub_key), walls };
}

export function stateOf(device: Device): Partial<DeskState> {
  const { code, name, timezone } = device.answer?.site ?? {};
  return {
    device: { id: device.device, label: device.label },
    site: { id: device.site, code: said(code), name: said(name), timezone: said(timezone) || "UTC" },
    workers: device.answer?.workers ?? [],
    lock_s: device.answer?.settings.lock_s ?? {},
    complaints: device.answer?.settings.complaints,
  };
}

const said = (value: unknown): string => (typeof value === "string" ? value : "");
