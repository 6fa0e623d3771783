// Recorded messages as a team put them at the hub: which there are, and the words beside them.
import { LIST, NOW, type Revisions } from "./kept_recordings";

export function audioFile(name: string): string {
  return `${import.meta.env.BASE_URL}audio/${name}`;
}

/** Fetches what was replaced at the hub, if it is near. */
export async function freshen(): Promise<void> {
  await fetch(audioFile(LIST + NOW)).catch(() => undefined);
}

/** The words a team wrote down beside its recording, or null. */
export async function wordsOf(message: string, language: string): Promise<string | null> {
  const name = `${message}.${language}.txt`;
  try {
    const list = (await (await fetch(audioFile(LIST))).json()) as Revisions;
    const answer = name in list ? await fetch(audioFile(name)) : null;
    return answer?.ok ? (await answer.text()).trim() || null : null;
  } catch {
    // Neither kept nor near: the words the desk came with.
    return null;
  }
}
