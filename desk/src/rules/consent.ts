// What a person agreed to: the answer that stands, and the version of what was read out to them.

export interface Answer {
  id: string;
  purpose: string;
  answer: string;
  at: string;
  clock: string;
  withdraws?: string[] | null;
  service?: string | null;
}

const byWhenItWasSaid = (a: Answer, b: Answer) =>
  a.at < b.at || (a.at === b.at && (a.clock < b.clock || (a.clock === b.clock && a.id < b.id))) ? -1 : 1;

/** By when they were said, but for those that a withdrawal took back. */
function inOrder<T extends Answer>(answers: Iterable<T>): T[] {
  const all = [...answers];
  const takenBack = new Set(all.flatMap((one) => (one.answer === "withdrawn" ? (one.withdraws ?? []) : [])));
  return all.filter((one) => !takenBack.has(one.id)).sort(byWhenItWasSaid);
}

/** Every yes that stands: a later no or withdrawal of its purpose ends it, unless about another service. */
export function agreed<T extends Answer>(answers: Iterable<T>): T[] {
  const standing = inOrder(answers);
  const ends = (later: T, one: T) =>
    later.answer !== "yes" &&
    later.purpose === one.purpose &&
    (!later.service || later.service === one.service);
  return standing.filter(
    (one, at) => one.answer === "yes" && !standing.slice(at + 1).some((later) => ends(later, one)),
  );
}

/** Per purpose the answer that stands, or the latest yes that it does not end. Whatever is no yes is no consent. */
export function answersNow<T extends Answer>(answers: Iterable<T>): Map<string, T> {
  const all = [...answers];
  return new Map([...inOrder(all), ...agreed(all)].map((one) => [one.purpose, one]));
}

/** That of the words, and of the recording where there is one. `files`: name -> revision, as the hub has them. */
export function noticeVersion(
  words: string,
  files: Record<string, string>,
  message: string,
  language: string,
): string {
  const read = files[`${message}.${language}.txt`] ?? words;
  const heard = files[`${message}.${language}.mp3`];
  return heard ? `${read}.${heard}` : read;
}
