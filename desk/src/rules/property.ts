// Whose bag is whose: a tag is tied to a card, and goes back to that card alone.

export interface TagTold {
  /** The standing reception it is tied to. */
  of: string;
  tag: string;
  clock: string;
}

export type BackOrNot = "may" | "another_card" | "given_back" | "unknown";

/** As printed or typed: airlines and makers of tags write one number in several ways. */
export function plainTag(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The ties whose bag was not handed back since. Tags are used again: what came before the tie is of another bag. */
export function bagsHere<T extends TagTold>(tied: T[], back: TagTold[]): T[] {
  const last = new Map<string, string>();
  for (const { tag, clock } of back) if (clock > (last.get(tag) ?? "")) last.set(tag, clock);
  return tied.filter((one) => (last.get(one.tag) ?? "") < one.clock);
}

/** A tag that was tied twice is of either card: whoever holds one of them is not turned away for a worker's slip. */
export function mayHaveBack(tied: TagTold[], back: TagTold[], tag: string, card: string | null): BackOrNot {
  const here = bagsHere(tied, back).filter((one) => one.tag === tag);
  if (here.some((one) => one.of === card)) return "may";
  if (here.length > 0) return "another_card";
  return tied.some((one) => one.tag === tag) ? "given_back" : "unknown";
}
