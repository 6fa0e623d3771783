// A voice, in the memory of this page alone: never longer than what is sealed can hold, and nothing of it stays that was not ended here.

import { NO_MICROPHONE } from "../../contracts/errors.gen";
import { DeskError } from "../../journal/api";
import { type Bytes, joined } from "../../journal/bytes";
import { MOST } from "../../seal/pieces";

export const MOST_S = 180;
/** Speech stays plain at this rate, and three minutes of it fit. */
const BITS_A_SECOND = 12_000;
const EVERY_MS = 1000;
// Two seconds at the worst rate a browser was seen to use: what comes after the last look.
const SPARE = 16_000;
const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];

export interface Voice {
  type: string;
  seconds: number;
  bytes: Bytes;
}

export class Recorder {
  #parts: Bytes[] = [];
  #length = 0;
  #reading: Promise<void> = Promise.resolve();
  readonly #began = Date.now();

  private constructor(
    readonly stream: MediaStream,
    readonly recorder: MediaRecorder,
  ) {
    recorder.ondataavailable = ({ data }) => {
      // Out of the browser's blob at once: those may lie on a disk.
      this.#reading = this.#reading.then(async () => {
        const part = new Uint8Array(await data.arrayBuffer());
        this.#parts.push(part);
        this.#length += part.length;
      });
    };
    recorder.start(EVERY_MS);
  }

  /** Throws NO_MICROPHONE where the browser has none, or is not allowed to use it. */
  static async start(): Promise<Recorder> {
    let stream: MediaStream | null = null;
    try {
      const mimeType = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
      const how = { audioBitsPerSecond: BITS_A_SECOND, ...(mimeType && { mimeType }) };
      return new Recorder(stream, new MediaRecorder(stream, how));
    } catch {
      for (const track of stream?.getTracks() ?? []) track.stop();
      throw new DeskError(NO_MICROPHONE);
    }
  }

  get seconds(): number {
    return Math.floor((Date.now() - this.#began) / 1000);
  }

  get isFull(): boolean {
    return this.seconds >= MOST_S || this.#length > MOST - SPARE;
  }

  /** Ends it, and gives what was said. */
  async stop(): Promise<Voice> {
    const { seconds } = this;
    const type = this.recorder.mimeType;
    await this.#end();
    const bytes = joined(this.#parts);
    this.#forget();
    return { type, seconds, bytes };
  }

  /** Ends it, and nothing of it is left. */
  async drop(): Promise<void> {
    await this.#end();
    this.#forget();
  }

  async #end(): Promise<void> {
    if (this.recorder.state !== "inactive") {
      const ended = new Promise((resolve) => this.recorder.addEventListener("stop", resolve, { once: true }));
      this.recorder.stop();
      await ended;
    }
    for (const track of this.stream.getTracks()) track.stop();
    await this.#reading;
  }

  #forget(): void {
    for (const part of this.#parts) part.fill(0);
    this.#parts = [];
  }
}
