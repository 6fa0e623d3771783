// What a copy of a tablet's browser profile gives away to whoever has it, and no PIN.
import { type Bytes, text, utf8 } from "../../../desk/src/journal/bytes";
import { scan, SEGMENT } from "../../../desk/src/journal/frames";
import { decrypt } from "../../../desk/src/journal/aes";
import { deviceKey } from "../../../desk/src/journal/keys";
import { Segments } from "../../../desk/src/journal/segments";
import { readSlot } from "../../../desk/src/journal/slots";

/** Everything that the key in IndexedDB opens, by where it was found. */
export async function openedByDeviceKey(): Promise<[string, string][]> {
  const { key, name } = await deviceKey();
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(`akeyi-${name}`);
  const files = new Map<string, Bytes>();
  for await (const [file, handle] of (folder as unknown as { entries(): AsyncIterable<[string, FileSystemFileHandle]> }).entries())
    files.set(file, new Uint8Array(await (await handle.getFile()).arrayBuffer()));

  const opened: [string, string][] = [];
  for (const [file, bytes] of files) if (file.startsWith("log-")) opened.push(...(await openedOfLog(bytes, key)));
  const slots = new Set([...files.keys()].filter((file) => !file.startsWith("log-")).map((file) => file.slice(0, -2)));
  for (const slot of slots) {
    const content = await readSlot(async (file) => files.get(file) ?? null, slot);
    const plain = content && (await decrypt(key, content, utf8(slot)).catch(() => null));
    if (plain) opened.push([slot, text(plain)]);
  }
  return opened;
}

async function openedOfLog(bytes: Bytes, device: CryptoKey): Promise<[string, string][]> {
  const segments = new Segments({ device, hub: device, walls: {} }, 0);
  const opened: [string, string][] = [];
  for (const of of scan(bytes).frames) {
    const payload = bytes.slice(of.at, of.at + of.length);
    if (of.type === SEGMENT) {
      await segments.unlock(of, payload, {});
      continue;
    }
    const said = await segments.open(of, payload);
    if (said !== null) opened.push([`log, type ${of.type}`, said]);
  }
  return opened;
}
