// Cards are the same on every tablet and on the server: numbers, tokens, ids, and what is no card.
import { describe, expect, test } from "vitest";
import { vectors } from "../testing/vectors";
import { inGroups, parseCard } from "./card_text";
import { checkDigit, hasRightCheckDigit } from "./check_digit";
import { bytesOfBase64, drawSeries, receptionId, rollId } from "./series";

interface Cards {
  check: { payload: string; digit: string }[];
  invalid: string[];
  series: {
    name: string;
    prefix: string;
    secret: string;
    count: number;
    roll_size: number;
    numbers: string[];
    tokens: string[];
    back_tokens: string[];
    last: string;
    last_token: string;
    places: { number: string; index: number | null; roll: number | null }[];
    receptions: { number: string; id: string }[];
    rolls: { number: number; id: string }[];
  }[];
  own: { secret: string; receptions: { number: string; id: string }[] };
  spoken: { number: string; spoken: string }[];
  texts: {
    text: string;
    front: boolean | null;
    number: string | null;
    token: string | null;
    problem: string | null;
  }[];
}
const cards = vectors<Cards>("cards.json");

test("the check digit is the server's", () => {
  for (const { payload, digit } of cards.check) expect(checkDigit(payload), payload).toBe(digit);
});

test("every wrong digit and every swap of neighbours is caught", () => {
  const number = `4182937${checkDigit("4182937")}`;
  for (let i = 0; i < number.length; i++) {
    for (const digit of "0123456789") {
      if (digit === number[i]) continue;
      expect(hasRightCheckDigit(number.slice(0, i) + digit + number.slice(i + 1))).toBe(false);
    }
    const next = number[i + 1];
    if (next === undefined || next === number[i]) continue;
    expect(hasRightCheckDigit(number.slice(0, i) + next + number[i] + number.slice(i + 2))).toBe(false);
  }
});

test("what is no number of a card is refused", () => {
  for (const text of cards.invalid) expect(typeof parseCard(text), text).toBe("string");
});

test("scanned and typed texts are read as the server reads them", () => {
  for (const { text, front, number, token, problem } of cards.texts) {
    const read = parseCard(text);
    if (problem) expect(read, JSON.stringify(text)).toBe(problem);
    else expect(read, JSON.stringify(text)).toEqual({ number, token, is_front: front });
  }
});

test("numbers are read aloud in two groups of four", () => {
  for (const { number, spoken } of cards.spoken) expect(inGroups(number)).toBe(spoken);
});

describe.each(cards.series)("series $name", (series) => {
  const secret = bytesOfBase64(series.secret);
  const full = (drawn: number) => {
    const seven = series.prefix + String(drawn).padStart(4, "0");
    return seven + checkDigit(seven);
  };

  test("draws the server's numbers and tokens in the server's order", async () => {
    const drawn = await drawSeries({ secret, count: series.count });
    expect(drawn.order.slice(0, series.numbers.length).map(full)).toEqual(series.numbers);
    expect(series.tokens.map((_, k) => drawn.frontToken(k))).toEqual(series.tokens);
    expect(series.back_tokens.map((_, k) => drawn.backToken(k))).toEqual(series.back_tokens);
    expect(full(drawn.order[series.count - 1]!)).toBe(series.last);
    expect(drawn.frontToken(series.count - 1)).toBe(series.last_token);
  });

  test("finds the roll of a card from its number", async () => {
    const { indexOf } = await drawSeries({ secret, count: series.count });
    for (const { number, index, roll } of series.places) {
      const found = number.startsWith(series.prefix) ? indexOf.get(Number(number.slice(3, 7))) : undefined;
      expect(found ?? null, number).toBe(index);
      expect(found === undefined ? null : Math.floor(found / series.roll_size)).toBe(roll);
    }
  });

  test("makes the server's ids of receptions and rolls", async () => {
    for (const { number, id } of series.receptions) expect(await receptionId(secret, number)).toBe(id);
    for (const { number, id } of series.rolls) expect(await rollId(secret, number)).toBe(id);
  });
});

test("numbers of no series get their id from the site's own secret", async () => {
  const { secret, receptions } = cards.own;
  for (const { number, id } of receptions) expect(await receptionId(bytesOfBase64(secret), number)).toBe(id);
});
