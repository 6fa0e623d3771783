// Suggestions while a name is being typed: every word typed is the beginning of a word of the name, accents aside.

import { plain } from "./plain";

export interface Named {
  family_name?: unknown;
  given_names?: unknown;
}

export function findPeople<T extends Named>(query: string, lines: readonly T[]): T[] {
  const words = plain(query).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const found: { line: T; rank: number; name: string }[] = [];
  for (const line of lines) {
    const family = plain(String(line.family_name ?? ""));
    const name = `${family} ${plain(String(line.given_names ?? ""))}`.trim();
    const parts = name.split(" ");
    if (!words.every((word) => parts.some((part) => part.startsWith(word)))) continue;
    found.push({ line, rank: family.startsWith(words[0]!) ? 0 : 1, name });
  }
  found.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1));
  return found.map((f) => f.line);
}
