// Asks the hub over HTTP and tells silence apart from a refusal.

import { HUB_SILENT } from "../contracts/errors.gen";
import { DeskError } from "./api";
import type { Bytes } from "./bytes";

/** No answer, too late an answer, or one from a hub in trouble: try again later. */
export class HubSilent extends DeskError {
  constructor() {
    super(HUB_SILENT);
  }
}

/** The hub understood and said no. */
export class HubRefused extends DeskError {
  constructor(
    readonly status: number,
    number: number,
    params: Record<string, string | number>,
  ) {
    super(number, params);
  }
}

export interface Hub {
  get<T>(path: string): Promise<T>;
  /** Bytes go as they are, everything else as JSON. */
  post<T>(path: string, body: unknown): Promise<T>;
}

interface Said {
  number?: number;
  sentence?: string;
  next?: string;
  parameters?: Record<string, string | number>;
}

const LATE_MS = 20_000;

export function httpHub(base: string, token: () => string | null): Hub {
  async function ask<T>(path: string, init: RequestInit): Promise<T> {
    const held = token();
    const kind = init.body instanceof Uint8Array ? "application/octet-stream" : "application/json";
    const headers: Record<string, string> = { "Content-Type": kind };
    if (held) headers.Authorization = `Bearer ${held}`;
    let answer: Response;
    let said: unknown;
    try {
      answer = await fetch(base + path, {
        ...init,
        headers,
        credentials: "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(LATE_MS),
      });
      said = await answer.json();
    } catch {
      throw new HubSilent();
    }
    if (answer.ok) return said as T;
    const error = (said as { error?: Said } | null)?.error;
    if (answer.status >= 500 || !error?.number) throw new HubSilent();
    throw new HubRefused(answer.status, error.number, {
      ...error.parameters,
      sentence: error.sentence ?? "",
      next: error.next ?? "",
    });
  }
  return {
    get: (path) => ask(path, { method: "GET" }),
    post: (path, body) =>
      ask(path, {
        method: "POST",
        body: body instanceof Uint8Array ? (body as Bytes) : JSON.stringify(body),
      }),
  };
}
