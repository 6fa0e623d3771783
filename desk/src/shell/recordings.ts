// Recorded messages as a team put them at the hub: which there are, the words beside them, and their version.
import { noticeVersion } from "../rules/consent";
import { LIST, NOW, type Revisions } from "./kept_recordings";

export function audioFile(name: string): string {
  return `${import.meta.env.BASE_URL}audio/${name}`;
}

/** Fetches what was replaced at the hub, if it is near. */
export async function freshen(): Promise<void> {
  await fetch(audioFile(LIST + NOW)).catch(() => undefined);
}

export interface ReadOut {
  words: string;
  version: string;
}

/** What is read out: the words a team wrote down beside its recording, else those the desk came with. */
export async function asReadOut(message: string, language: string, builtIn: ReadOut): Promise<ReadOut> {
  const files = await listed();
  const name = `${message}.${language}.txt`;
  const own = name in files ? await wordsIn(name) : null;
  if (!own) delete files[name];
  return {
    words: own ?? builtIn.words,
    version: noticeVersion(builtIn.version, files, message, language),
  };
}

async function listed(): Promise<Revisions> {
  try {
    return (await (await fetch(audioFile(LIST))).json()) as Revisions;
  } catch {
    return {};
  }
}

async function wordsIn(name: string): Promise<string | null> {
  try {
    const answer = await fetch(audioFile(name));
    return answer.ok ? (await answer.text()).trim() || null : null;
  } catch {
    // Neither kept nor near: the words the desk came with.
    return null;
  }
}
