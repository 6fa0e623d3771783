// The one file that everything told or fetched is appended to; done means written and flushed.

import { STORAGE_REFUSED } from "../contracts/errors.gen";
import { DeskError } from "./api";
import type { Bytes } from "./bytes";
import type { Disk, Folder } from "./disk";
import { COMPLETE, encode, type Frame, frame, HEADER, type Placed, scan } from "./frames";

const NAME = /^log-(\d+)$/;
const fileName = (generation: number) => `log-${generation}`;

export type Batch = { frame: Frame; payload: Uint8Array }[];

export class Log {
  frames: Placed[] = [];
  isDamaged = false;
  #disk: Disk;
  #end = 0;

  private constructor(
    readonly folder: Folder,
    public generation: number,
    disk: Disk,
  ) {
    this.#disk = disk;
  }

  /** Opens the newest whole generation, cuts a torn end off it and removes what a rewrite left behind. */
  static async open(folder: Folder): Promise<Log> {
    const names = await folder.names();
    const generations = names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
    generations.sort((a, b) => b - a);
    let chosen: Log | null = null;
    for (const [index, generation] of generations.entries()) {
      if (chosen) {
        await folder.remove(fileName(generation));
        continue;
      }
      const log = new Log(folder, generation, await folder.open(fileName(generation)));
      const isWhole = log.#load();
      // An unfinished rewrite: the generation before it still has everything. The last one left is kept in any case.
      const isLast = index === generations.length - 1;
      if (isWhole || (isLast && log.frames.length > 0)) chosen = log;
      else {
        log.close();
        await folder.remove(fileName(generation));
      }
    }
    if (chosen) return chosen;
    const fresh = new Log(folder, 1, await folder.open(fileName(1)));
    fresh.append([{ frame: frame(COMPLETE, "device", 0), payload: new Uint8Array(0) }]);
    return fresh;
  }

  #load(): boolean {
    const { frames, end, isDamaged } = scan(this.#disk.read(0, this.#disk.size()));
    this.frames = frames;
    this.#end = end;
    this.isDamaged = isDamaged;
    if (this.#disk.size() > end) {
      this.#disk.truncate(end);
      this.#disk.flush();
    }
    return frames.some(({ type }) => type === COMPLETE);
  }

  get size(): number {
    return this.#end;
  }

  /** All of the batch or nothing; returns where its frames stand. */
  append(batch: Batch): Placed[] {
    const bytes = encode(batch);
    try {
      // What a refused write left beyond the end must be gone before anything is put there.
      if (this.#disk.size() > this.#end) this.#disk.truncate(this.#end);
      this.#disk.write(this.#end, bytes);
      this.#disk.flush();
    } catch (error) {
      this.#cutBack();
      throw new DeskError(STORAGE_REFUSED, { reason: error instanceof Error ? error.name : "unknown" });
    }
    const placed: Placed[] = [];
    for (const { frame: of, payload } of batch) {
      placed.push({ ...of, at: this.#end + HEADER, length: payload.length });
      this.#end += HEADER + payload.length;
    }
    this.frames.push(...placed);
    return placed;
  }

  #cutBack(): void {
    try {
      this.#disk.truncate(this.#end);
      this.#disk.flush();
    } catch {
      // Tried again before the next write, which is refused as long as this fails.
    }
  }

  read(of: Placed): Bytes {
    return this.#disk.read(of.at, of.length);
  }

  /** Writes the next generation batch by batch; it counts from the moment its last frame is on the disk. */
  async rewrite(batches: AsyncIterable<Batch>): Promise<void> {
    const name = fileName(this.generation + 1);
    const next = new Log(this.folder, this.generation + 1, await this.folder.open(name));
    try {
      next.#disk.truncate(0);
      for await (const batch of batches) if (batch.length > 0) next.append(batch);
      next.append([{ frame: frame(COMPLETE, "device", 0), payload: new Uint8Array(0) }]);
    } catch (error) {
      next.close();
      await this.folder.remove(name).catch(() => undefined);
      throw error;
    }
    this.close();
    const before = fileName(this.generation);
    this.#disk = next.#disk;
    this.#end = next.#end;
    this.frames = next.frames;
    this.generation = next.generation;
    this.isDamaged = false;
    // If this fails the next start removes it.
    await this.folder.remove(before).catch(() => undefined);
  }

  close(): void {
    this.#disk.close();
  }
}
