// What workers began and have not told: readable while they work, sealed with a key of their ring once their pages are gone.

import { reactive } from "vue";
import { decrypt, encrypt } from "./aes";
import { type Bytes, text, utf8 } from "./bytes";

type Key = CryptoKey | null | Promise<CryptoKey | null>;

/** In memory alone: what is not told is written nowhere, sealed or not. */
export class Begun {
  /** Name of the draft -> what was typed, of the worker who is in, or whose pages are hidden. */
  readonly open: Map<string, object> = reactive(new Map());
  worker: string | null = null;
  #key: Key = null;
  #sealed = new Map<string, Promise<Bytes | null>>();
  /** Names of drafts that were told or dropped while their worker was away. */
  #dropped = new Map<string, Set<string>>();

  /** Opens what this worker began before; without a key of theirs nothing is kept when they leave. */
  async enter(worker: string, key: Key): Promise<void> {
    const isBack = this.worker === worker;
    if (!isBack) this.leave();
    this.worker = worker;
    this.#key = key;
    if (isBack) return;
    for (const [name, draft] of await this.#unsealed(worker, key)) this.open.set(name, draft);
  }

  /** Seals what the worker who is in began, and forgets the key. */
  leave(): void {
    const { worker, open } = this;
    if (worker && open.size) this.#sealed.set(worker, sealed(worker, this.#key, JSON.stringify([...open])));
    open.clear();
    this.worker = null;
    this.#key = null;
  }

  /** Told, or not wanted any more, whoever works by then. */
  drop(worker: string, name: string): void {
    if (worker === this.worker) this.open.delete(name);
    else this.#dropped.set(worker, new Set(this.#dropped.get(worker)).add(name));
  }

  async #unsealed(worker: string, key: Key): Promise<[string, object][]> {
    const bytes = await this.#sealed.get(worker);
    const dropped = this.#dropped.get(worker);
    this.#sealed.delete(worker);
    this.#dropped.delete(worker);
    const by = await key;
    if (!bytes || !by) return [];
    // Another key is of another tablet: this one was made known again meanwhile.
    const opened = await decrypt(by, bytes, utf8(worker)).catch(() => utf8("[]"));
    return (JSON.parse(text(opened)) as [string, object][]).filter(([name]) => !dropped?.has(name));
  }
}

async function sealed(worker: string, key: Key, drafts: string): Promise<Bytes | null> {
  const by = await key;
  return by && encrypt(by, utf8(drafts), utf8(worker));
}
