// Money as this tablet has heard of it: what is still owed and to whom, and whose float it is paid from.
import { floats as addUp, type Float, type Move, type Owed, owed, type Paid, unitsOf } from "../rules/cash";
import { standingReception } from "./people";
import { entries, folded, inOrder } from "./rows";

interface PromiseFields {
  promise: string;
  amount: string;
  currency: string;
  code: string;
  programme: string | null;
  owner: string;
}
interface PaymentFields {
  promise: string;
  amount: string;
  currency: string;
  how: "hand" | "voucher";
  float: string | null;
}
interface FloatFields {
  what: Move["what"];
  currency: string;
  amount: string;
  second: string | null;
  to: string | null;
  reason: string | null;
}

/** One promise with what was paid of it. */
export interface Debt extends Owed {
  /** The card it was promised to, replaced cards seen through. */
  card: string;
  code: string;
  at: string;
  owner: string;
}

export const promises = folded(() =>
  entries<PromiseFields>("assistance.promise")
    .sort(inOrder)
    .map((row) => ({
      ...row,
      card: standingReception(row.subject),
      amount: unitsOf(row.amount, row.currency) ?? 0,
    })),
);

const payments = folded<Paid[]>(() =>
  entries<PaymentFields>("assistance.payment").map(({ promise, amount, currency, float }) => ({
    promise,
    amount: unitsOf(amount, currency) ?? 0,
    currency,
    float: float ?? null,
  })),
);

export const debts = folded<Debt[]>(() => {
  const all = promises.value;
  return owed(all, payments.value).map((one, n) => {
    const { card, code, at, owner } = all[n]!;
    return { ...one, card, code, at, owner };
  });
});

/** What is still owed, the oldest first. */
export const stillOwed = folded(() =>
  debts.value.filter((one) => one.left > 0).sort((a, b) => (a.at < b.at ? -1 : 1)),
);

export const debtsOf = (card: string): Debt[] =>
  debts.value.filter((one) => one.card === standingReception(card));
export const debtsOfCode = (code: string): Debt[] => debts.value.filter((one) => one.code === code);

export const floats = folded<Map<string, Float>>(() =>
  addUp(
    entries<FloatFields>("assistance.float")
      .sort(inOrder)
      .map((row) => ({
        float: row.subject,
        what: row.what,
        currency: row.currency,
        amount: unitsOf(row.amount, row.currency) ?? 0,
        worker: row.worker ?? "",
        at: row.at,
        second: row.second ?? null,
        to: row.to ?? null,
        reason: row.reason ?? null,
      })),
    payments.value,
  ),
);

export const openFloatsOf = (worker: string | undefined): Float[] =>
  [...floats.value.values()].filter((one) => one.cashier === worker && one.is_open);

/** Whole days since a moment. */
export const daysSince = (at: string, now: number): number => Math.floor((now - Date.parse(at)) / 86_400_000);
