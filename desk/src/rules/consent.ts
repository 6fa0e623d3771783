// What a person agreed to: the answer that stands, and the version of what was read out to them.

export interface Answer {
  id: string;
  purpose: string;
  answer: string;
  at: string;
  clock: string;
  withdraws?: string[] | null;
}

const byWhenItWasSaid = (a: Answer, b: Answer) =>
  a.at < b.at || (a.at === b.at && (a.clock < b.clock || (a.clock === b.clock && a.id < b.id))) ? -1 : 1;

/** Per purpose the answer that stands. A yes is consent; whatever else, and a purpose not here, is none. */
export function answersNow<T extends Answer>(answers: Iterable<T>): Map<string, T> {
  const all = [...answers];
  const takenBack = new Set(all.flatMap((one) => (one.answer === "withdrawn" ? (one.withdraws ?? []) : [])));
  const standing = all.filter((one) => !takenBack.has(one.id)).sort(byWhenItWasSaid);
  return new Map(standing.map((one) => [one.purpose, one]));
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
