// Every text exists in four languages, fits its place, and says nothing that must not be said.
import { expect, test } from "vitest";
import { fill, pluralForm } from ".";
import { en as enAtWork } from "./at_work/en";
import { es as esAtWork } from "./at_work/es";
import { fr as frAtWork } from "./at_work/fr";
import { ht as htAtWork } from "./at_work/ht";
import { en as enFirst } from "./en";
import { es } from "./es";
import { fr } from "./fr";
import { ht } from "./ht";

const en = { ...enFirst, ...enAtWork };
const all = {
  ht: { ...ht, ...htAtWork },
  fr: { ...fr, ...frAtWork },
  es: { ...es, ...esAtWork },
  en,
} as const;
const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort();

test.each(Object.entries(all))("%s has every text, with the same blanks to fill", (_language, messages) => {
  for (const [key, text] of Object.entries(en)) {
    const said = messages[key as keyof typeof en];
    expect(said?.trim(), key).toBeTruthy();
    // A plural form may leave its number out ("Release the child").
    const blanks = names(said).filter((name) => name !== "n");
    expect(blanks, key).toEqual(names(text).filter((name) => name !== "n"));
    if (names(said).includes("n")) expect(names(text), key).toContain("n");
  }
});

test.each(Object.entries(all))(
  "%s is plain: no exclamation marks, no words that hurt, short sentences",
  (_l, messages) => {
    for (const [key, text] of Object.entries(messages)) {
      expect(text, key).not.toMatch(/[!¡]/);
      expect(text, key).not.toMatch(/deport|déport|illegal|illégal|ilegal|beneficiar|bénéficiaire/i);
      for (const sentence of text.split(/[.?\n|]/))
        expect(sentence.trim().split(/\s+/).length, `${key}: ${sentence}`).toBeLessThanOrEqual(20);
    }
  },
);

test("months are twelve in every language", () => {
  for (const messages of Object.values(all)) expect(messages["dates.months"].split(" ")).toHaveLength(12);
});

test("each language counts in its own way", () => {
  expect([0, 1, 2].map((n) => pluralForm("en", n))).toEqual([1, 0, 1]);
  expect([0, 1, 2].map((n) => pluralForm("fr", n))).toEqual([0, 0, 1]);
  expect([0, 1, 2].map((n) => pluralForm("ht", n))).toEqual([0, 0, 0]);
  expect(fill("{n} carte|{n} cartes", { n: 2 }, "fr")).toBe("2 cartes");
});

test("no page says anything outside the language files", () => {
  const pages = import.meta.glob("../**/*.vue", { query: "?raw", import: "default", eager: true });
  expect(Object.keys(pages).length).toBeGreaterThan(20);
  for (const [file, text] of Object.entries(pages)) {
    const template = /<template>([\s\S]*)<\/template>/.exec(String(text))?.[1] ?? "";
    const words = template
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/\{\{[\s\S]*?\}\}/g, "")
      .replace(/<[^<>]*?(?:"[^"]*"[^<>]*?)*>/g, "\n");
    expect(words.match(/\p{L}{2,}/gu), file).toBeNull();
    expect(template.match(/\s(?:aria-label|placeholder|title|alt)="/), file).toBeNull();
  }
});
