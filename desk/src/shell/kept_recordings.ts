// The recordings that the service worker keeps: a team replaces them at the hub whenever it likes, without a new desk.

const CACHE = "akeyi-recordings";
/** Name of each recording the hub has -> its revision. */
export const LIST = "recordings.json";
/** Behind the list's address: asks the hub first. Without it the list is what this tablet keeps, at once. */
export const NOW = "?now";
export type Revisions = Record<string, string>;

/** What the service worker answers when somebody asks for a recording or for the list of them. */
export async function answerAudio(audio: string, url: string): Promise<Response> {
  if (url === audio + LIST + NOW) await freshenRecordings(audio);
  const kept = await (await caches.open(CACHE)).match(url.replace(NOW, ""));
  // Asked without the range that players send: a part of a file cannot be kept.
  return kept ?? fetch(url).catch(() => Response.error());
}

/** Asks the hub what it has now, fetches what is new and drops what is gone. */
export async function freshenRecordings(audio: string): Promise<void> {
  const cache = await caches.open(CACHE);
  const before = await listed(cache, audio);
  const now = await asked(audio);
  if (!now) return;
  const kept: Revisions = {};
  await Promise.all(
    Object.entries(now).map(async ([name, revision]) => {
      if (before[name] === revision || (await fetched(cache, audio + name))) kept[name] = revision;
      // Not fetched this time: the one before is better than none.
      else if (before[name]) kept[name] = before[name];
    }),
  );
  for (const name of Object.keys(before)) if (!now[name]) await cache.delete(audio + name);
  await cache.put(audio + LIST, Response.json(kept));
}

async function listed(cache: Cache, audio: string): Promise<Revisions> {
  return ((await (await cache.match(audio + LIST))?.json()) ?? {}) as Revisions;
}

async function asked(audio: string): Promise<Revisions | null> {
  try {
    const answer = await fetch(audio + LIST, { cache: "no-store", signal: AbortSignal.timeout(5000) });
    return answer.ok ? ((await answer.json()) as Revisions) : null;
  } catch {
    return null;
  }
}

async function fetched(cache: Cache, url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { cache: "no-cache" });
    if (answer.ok) await cache.put(url, answer);
    return answer.ok;
  } catch {
    return false;
  }
}
