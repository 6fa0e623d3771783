// What this tablet was set to by hand, kept so that a kill loses none of it: no secret, and at hand before anybody signs in.

import { text, utf8 } from "./bytes";
import { opfsFolder, opfsReading } from "./disk";
import { readSlot, writeSlot } from "./slots";
import { Turns } from "./turns";

/** Beside the journal's own folder: it can be read before the tablet's key is there. */
const FOLDER = "akeyi-settings";
const NAME = "settings";
const turns = new Turns();

/** In the worker: returns once it is on the disk. */
export function keepSettings(settings: string): Promise<void> {
  return turns.take(async () => writeSlot(await opfsFolder(FOLDER), NAME, utf8(settings)));
}

/** In the page, before the worker runs: what was kept last, or null. */
export async function readSettings(): Promise<string | null> {
  const bytes = await readSlot(await opfsReading(FOLDER), NAME);
  return bytes && text(bytes);
}
