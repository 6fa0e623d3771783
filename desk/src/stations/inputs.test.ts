// Every field that ends in a fact is held to what the kind allows: a fact is never refused for its size.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Fields that end in no fact, or whose limit is handed to them. */
const OTHERS: Record<string, string> = {
  "cards-name": "looks for a name that is known",
  "`${name}-pin`": "is checked and forgotten",
  "release-code": "is told as its hash",
  "complaint-code": "asks for an answer",
  "float-amount": "is an amount or nothing",
  "float-currency": "is three letters or nothing",
  "promise-amount": "is an amount or nothing",
  "promise-currency": "is three letters or nothing",
  "promise-part": "is an amount or nothing",
  "pay-part": "is an amount or nothing",
  "pay-phone": "is a phone number or nothing",
  "receipt-code": "looks for a receipt that is known",
  "`${id}-pin`": "is checked and forgotten",
  "hand-over-pin": "is checked and forgotten",
  "child-photo": "is drawn smaller until it fits",
  "refer-go-at": "is a moment of a year with four digits",
  "one-number-field": "holds to the limit of whoever asks",
  "`steps-${group}`": "holds to the limit of whoever asks",
};

const folder = new URL(".", import.meta.url);
const inputs = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".vue"))
  .flatMap((name) => {
    const source = readFileSync(new URL(name, folder), "utf8");
    return [...source.matchAll(/<(?:input|textarea)\b[\s\S]*?\/>/g)].map(([tag]) => [name, tag] as const);
  });

test.each(inputs)("%s: %s", (_, tag) => {
  const id = /\s:?id="([^"]+)"/.exec(tag)?.[1] ?? "";
  const isBounded = /:maxlength="[^"]*LIMIT/.test(tag) || /type="date".* :min="FIRST_BIRTH" :max=/.test(tag);
  expect(isBounded || /:maxlength="[^"]*MOST_YEARS/.test(tag) || id in OTHERS).toBe(true);
});
test("there are such fields", () => {
  expect(inputs.length).toBeGreaterThan(10);
});
