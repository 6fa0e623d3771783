// Money, alike on tablet and hub; and codes that prove themselves.
import { expect, test } from "vitest";
import { randomBytes } from "../journal/ids";
import { vectors } from "../testing/vectors";
import {
  amountOfUnits,
  floats,
  hundredthsOf,
  type Move,
  mayPay,
  newReceiptCode,
  type Owed,
  owed,
  type Paid,
  type Promised,
  receiptCodeOf,
  unitsDue,
  unitsOf,
} from "./cash";

interface Cases {
  amounts: { amount: string; currency: string; units: number | null }[];
  due_units: { hundredths: number; currency: string; units: number; amount: string; back: number }[];
  receipt_codes: { typed: string; code: string | null }[];
  owed: { promises: Promised[]; payments: Paid[]; owed: Owed[] }[];
  floats: {
    moves: Move[];
    payments: Paid[];
    now: string;
    floats: {
      float: string;
      cashier: string;
      balance: number;
      difference: number | null;
      is_open: boolean;
      may_pay: string[];
    }[];
  }[];
}
const cases = vectors<Cases>("rules.json");
const WORKERS = ["carline", "wilson", "nadia"];

test.each(cases.amounts)("$amount $currency", ({ amount, currency, units }) => {
  expect(unitsOf(amount, currency)).toBe(units);
});
test.each(cases.due_units)("$hundredths hundredths of $currency", (one) => {
  expect(unitsDue(one.hundredths, one.currency)).toBe(one.units);
  expect(amountOfUnits(one.units, one.currency)).toBe(one.amount);
  expect(hundredthsOf(one.units, one.currency)).toBe(one.back);
});
test.each(cases.receipt_codes)("$typed is a receipt's code, or none", ({ typed, code }) => {
  expect(receiptCodeOf(typed)).toBe(code);
});
test.each(cases.owed.map((one, n) => [n, one] as const))("what is owed, case %i", (_, one) => {
  expect(owed(one.promises, one.payments)).toEqual(one.owed);
});
test.each(cases.floats.map((one, n) => [n, one] as const))("floats, case %i", (_, one) => {
  const found = [...floats(one.moves, one.payments).values()].sort((a, b) => (a.float < b.float ? -1 : 1));
  const now = Date.parse(one.now);
  expect(
    found.map((f) => ({
      float: f.float,
      cashier: f.cashier,
      balance: f.balance,
      difference: f.difference,
      is_open: f.is_open,
      may_pay: WORKERS.filter((worker) => mayPay(f, worker, now)),
    })),
  ).toEqual(one.floats);
});
test("a code that was drawn proves itself", () => {
  for (let n = 0; n < 50; n++) {
    const code = newReceiptCode(randomBytes);
    expect(receiptCodeOf(code)).toBe(code);
  }
});
