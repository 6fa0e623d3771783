// Plain words: 24 that stand for a holder's key (BIP-39), and six to remember. There is no Creole list; French stands for it.

import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import type { Language } from "../languages";

const LISTS = {
  fr: async () => (await import("@scure/bip39/wordlists/french.js")).wordlist,
  es: async () => (await import("@scure/bip39/wordlists/spanish.js")).wordlist,
  en: async () => (await import("@scure/bip39/wordlists/english.js")).wordlist,
};

const listFor = (language: Language): Promise<string[]> => LISTS[language === "ht" ? "fr" : language]();

/** Six words drawn at random: 66 bits. */
export async function sixWords(language: Language): Promise<string> {
  const list = await listFor(language);
  const drawn = crypto.getRandomValues(new Uint16Array(6));
  // 2,048 words: every number of 16 bits falls on each of them equally often.
  return [...drawn].map((number) => list[number % list.length]).join(" ");
}

export async function wordsOf(entropy: Uint8Array, language: Language): Promise<string[]> {
  return entropyToMnemonic(entropy, await listFor(language)).split(/\s+/);
}

/** The bytes behind 24 words in whichever language, typed in any case and with any gaps; null where they are none. */
export async function entropyOf(words: string): Promise<Uint8Array | null> {
  const typed = words
    .toLocaleLowerCase()
    .split(/[^\p{L}\p{M}]+/u)
    .filter(Boolean)
    .join(" ");
  for (const list of Object.values(LISTS)) {
    try {
      return mnemonicToEntropy(typed, await list());
    } catch {
      // Of another language, or no words of a key: their last letters check the others.
    }
  }
  return null;
}
