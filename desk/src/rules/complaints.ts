// Who may be given a complaint, and the numbers by which its answer is read. The hub makes the same of them.

import type { FocalPoint } from "../journal/api";
import { type Bytes, hex, utf8 } from "../journal/bytes";

const DIGITS = 12;
const ROUNDS = 100_000;

/**
 * Two who work for somebody else than whom it is about (null: nobody knows), of two organisations where there are.
 * `draw`: below 1, at random, so that nobody is always named first.
 */
export function offered(all: FocalPoint[], about: string | null, draw: () => number): FocalPoint[] {
  const outside = all
    .filter(({ organisation }) => about === null || (organisation !== null && organisation !== about))
    .map((one) => ({ one, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
  const [first, ...rest] = outside;
  if (!first) return [];
  const second = rest.find(({ organisation }) => organisation !== first.organisation) ?? rest[0];
  return second ? [first, second] : [first];
}

/** Twelve digits drawn at random. `random`: so many bytes. */
export function newCode(random: (n: number) => Uint8Array): string {
  let code = "";
  // Above 250 some digits would come more often than others.
  while (code.length < DIGITS) for (const byte of random(DIGITS)) if (byte < 250) code += byte % 10;
  return code.slice(0, DIGITS);
}

/** The twelve digits in what somebody typed, with any gaps; null where they are none. */
export function codeOf(typed: string): string | null {
  const digits = typed.replace(/[\s-]/g, "");
  return /^[0-9]{12}$/.test(digits) ? digits : null;
}

/** In groups of three, as they are shown and read aloud. */
export const inGroups = (code: string): string => code.replace(/(\d{3})(?=\d)/g, "$1 ");

/** What the hub keeps of a code: it never hears the code itself with the complaint. */
export async function codeHash(code: string, site: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", utf8(code), "PBKDF2", false, ["deriveBits"]);
  const salt = utf8(`akeyi complaint 1\n${site}`);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, 256)) as Bytes);
}
