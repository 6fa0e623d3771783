// What is typed is compared in one form, for people and for places.

/** As people type: no accents, no capitals, a space for what joins words. */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
