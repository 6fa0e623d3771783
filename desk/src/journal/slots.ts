// Small files that are replaced as a whole: written in turn to two slots, so that a kill leaves the former one.

import type { Bytes } from "./bytes";
import type { Folder } from "./disk";
import { crc32 } from "./frames";

const HEAD = 12;

/** All of a file, or null where there is none. */
export type ReadFile = (file: string) => Promise<Bytes | null>;

/** The newest whole content, or null. */
export async function readSlot(from: Folder | ReadFile, name: string): Promise<Bytes | null> {
  return (await newest(typeof from === "function" ? from : readingOf(from), name))?.content ?? null;
}

export async function writeSlot(folder: Folder, name: string, content: Uint8Array): Promise<void> {
  const before = await newest(readingOf(folder), name);
  const turn = (before?.turn ?? 0) + 1;
  const bytes = new Uint8Array(HEAD + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, turn);
  view.setUint32(4, content.length);
  view.setUint32(8, crc32(content));
  bytes.set(content, HEAD);
  const disk = await folder.open(`${name}.${before?.slot === "a" ? "b" : "a"}`);
  try {
    disk.write(0, bytes);
    disk.truncate(bytes.length);
    disk.flush();
  } finally {
    disk.close();
  }
}

/** As writeSlot, and the former content goes once the new one is on the disk. */
export async function replaceSlot(folder: Folder, name: string, content: Uint8Array): Promise<void> {
  await writeSlot(folder, name, content);
  const kept = (await newest(readingOf(folder), name))?.slot;
  const former = `${name}.${kept === "a" ? "b" : "a"}`;
  if (kept && (await folder.names()).includes(former)) await folder.remove(former);
}

export async function removeSlot(folder: Folder, name: string): Promise<void> {
  const names = await folder.names();
  for (const slot of ["a", "b"])
    if (names.includes(`${name}.${slot}`)) await folder.remove(`${name}.${slot}`);
}

function readingOf(folder: Folder): ReadFile {
  return async (file) => {
    if (!(await folder.names()).includes(file)) return null;
    const disk = await folder.open(file);
    const bytes = disk.read(0, disk.size());
    disk.close();
    return bytes;
  };
}

async function newest(read: ReadFile, name: string) {
  let best: { turn: number; slot: string; content: Bytes } | null = null;
  for (const slot of ["a", "b"]) {
    const bytes = await read(`${name}.${slot}`);
    if (!bytes || bytes.length < HEAD) continue;
    const view = new DataView(bytes.buffer);
    const content = bytes.slice(HEAD, HEAD + view.getUint32(4));
    if (content.length !== view.getUint32(4) || crc32(content) !== view.getUint32(8)) continue;
    const turn = view.getUint32(0);
    if (!best || turn > best.turn) best = { turn, slot, content };
  }
  return best;
}
