// What the log needs of a disk, and the browser's private file system as that disk.

import type { Bytes } from "./bytes";

/** One open file. Every call is done when it returns; a failing one throws. */
export interface Disk {
  size(): number;
  read(at: number, length: number): Bytes;
  write(at: number, bytes: Uint8Array): void;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

export interface Folder {
  names(): Promise<string[]>;
  open(name: string): Promise<Disk>;
  remove(name: string): Promise<void>;
}

/** A folder of the origin's private file system; only a dedicated worker may open its files this way. */
export async function opfsFolder(name: string): Promise<Folder> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  return {
    async names() {
      const names: string[] = [];
      for await (const entry of (folder as unknown as { keys(): AsyncIterable<string> }).keys())
        names.push(entry);
      return names;
    },
    async open(file) {
      const handle = await folder.getFileHandle(file, { create: true });
      return opfsDisk(await openHandle(handle));
    },
    remove: (file) => folder.removeEntry(file),
  };
}

/** Reads files of such a folder from the page itself, which may not open them as a worker does. */
export async function opfsReading(name: string): Promise<(file: string) => Promise<Bytes | null>> {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle(name, { create: true });
  return async (file) => {
    try {
      const found = await (await folder.getFileHandle(file)).getFile();
      return new Uint8Array(await found.arrayBuffer());
    } catch {
      return null; // Not there, or being written at this moment.
    }
  };
}

/** After a tab was closed or killed, the browser needs a moment until it lets go of the file. */
async function openHandle(file: FileSystemFileHandle): Promise<FileSystemSyncAccessHandle> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await file.createSyncAccessHandle();
    } catch (error) {
      const isHeld = error instanceof DOMException && error.name === "NoModificationAllowedError";
      if (!isHeld || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

function opfsDisk(handle: FileSystemSyncAccessHandle): Disk {
  return {
    size: () => handle.getSize(),
    read(at, length) {
      const bytes = new Uint8Array(length);
      const got = handle.read(bytes, { at });
      return got === length ? bytes : bytes.slice(0, got);
    },
    write(at, bytes) {
      const written = handle.write(bytes as Bytes, { at });
      if (written !== bytes.length) throw new DOMException("written in part", "QuotaExceededError");
    },
    truncate: (size) => handle.truncate(size),
    flush: () => handle.flush(),
    close: () => handle.close(),
  };
}
