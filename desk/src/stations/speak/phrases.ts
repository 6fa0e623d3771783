// The phrase cards, in the languages of those who arrive; each has a recording that a team can replace.
import { type Language, OWN_NAMES } from "../../languages";
import phrases from "./phrases.json";

/** Portuguese is heard here although no page is written in it: many lived in Brazil. */
export type Spoken = Language | "pt";
export const SPOKEN: Spoken[] = ["ht", "fr", "es", "pt", "en"];
export const NAMES: Record<Spoken, string> = { ...OWN_NAMES, pt: "Português" };

export type Words = Record<Spoken, string>;
export interface Phrase {
  key: string;
  words: Words;
}

export const GROUPS = ["hello", "health", "family", "needs", "trust", "way"] as const;
const listed = (of: Record<string, Words>): Phrase[] =>
  Object.entries(of).map(([key, words]) => ({ key, words }));
export const CARDS = Object.fromEntries(GROUPS.map((group) => [group, listed(phrases[group])])) as Record<
  (typeof GROUPS)[number],
  Phrase[]
>;
export const ANSWERS = listed(phrases.answer);

export const soundOf = (phrase: string, spoken: Spoken): string => `say.${phrase}.${spoken}.mp3`;
