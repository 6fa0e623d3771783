// What somebody reads who runs a copy of the tablet's browser: every file, with every key found in it and with PINs they guess.
import { readDevice } from "../../../desk/src/journal/device";
import { type DeviceKey, deviceKey, privateKeys } from "../../../desk/src/journal/keys";
import { Log } from "../../../desk/src/journal/log";
import { openRing, ringHolders } from "../../../desk/src/journal/ring";
import { Segments } from "../../../desk/src/journal/segments";
import { MemoryFolder } from "../../../desk/src/journal/testing/memory";

/** The tablet's files, all of them, whichever folder they lie in. */
async function files(): Promise<MemoryFolder> {
  const found = new MemoryFolder();
  const into = async (folder: FileSystemDirectoryHandle) => {
    for await (const entry of (
      folder as unknown as { values(): AsyncIterable<FileSystemHandle> }
    ).values()) {
      if (entry instanceof FileSystemDirectoryHandle) await into(entry);
      else {
        const file = await (entry as FileSystemFileHandle).getFile();
        found.files.set(entry.name, new Uint8Array(await file.arrayBuffer()));
      }
    }
  };
  await into(await navigator.storage.getDirectory());
  return found;
}

/** Everything that can be read with the tablet's key and these PINs, as one text. */
export async function steal(pins: string[]): Promise<string> {
  const { key }: DeviceKey = await deviceKey();
  const folder = await files();
  const log = await Log.open(folder);
  const segments = new Segments({ device: key, hub: key, walls: {} }, 0);
  const read = [...folder.files.values()].map((bytes) => new TextDecoder("latin1").decode(bytes));
  read.push(JSON.stringify(await readDevice(folder, key)));
  const rings: Record<string, CryptoKeyPair>[] = [{}];
  for (const worker of await ringHolders(folder)) {
    for (const pin of pins) {
      const ring = await openRing(folder, key, worker, pin).catch(() => null);
      if (!ring) continue;
      read.push(JSON.stringify(ring));
      const pairs = Object.entries(ring.walls).map(async ([wall, one]) => [wall, await privateKeys(one)]);
      rings.push(Object.fromEntries(await Promise.all(pairs)));
    }
  }
  for (const ring of rings) {
    for (const of of log.frames) if (of.type === 1) await segments.unlock(of, log.read(of), ring);
  }
  for (const of of log.frames) read.push((await segments.open(of, log.read(of)).catch(() => null)) ?? "");
  return read.join("\n");
}
