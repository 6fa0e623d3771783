// Money: what was promised, paid and is still owed, whose float it comes from, and when it may be paid. The hub decides alike.
// Amounts are whole numbers of a currency's smallest unit, and decimal text where they are told: never a fraction.
import { checkDigit } from "./check_digit";

/** ISO 4217: digits behind the point, where they are not two. */
const NONE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" ");
const THREE = "BHD IQD JOD KWD LYD OMR TND".split(" ");
const CODE_DIGITS = 12;
/** As long as two who gave their PIN stand for one another. */
export const TOGETHER_MS = 8 * 3_600_000;
/** In these two are there, and say so with their PINs. */
const BY_TWO: readonly What[] = ["opened", "topped_up", "handed", "taken_out", "together", "closed"];

export type What = "opened" | "topped_up" | "handed" | "taken_out" | "alone" | "together" | "closed";

export function digitsOf(currency: string): number {
  return NONE.includes(currency) ? 0 : THREE.includes(currency) ? 3 : 2;
}

/** An amount in the smallest unit; null where the currency has no such part. */
export function unitsOf(amount: string, currency: string): number | null {
  const found = /^([0-9]{1,9})(?:\.([0-9]{1,3}))?$/.exec(amount);
  if (!found) return null;
  const behind = digitsOf(currency);
  const part = (found[2] ?? "").padEnd(3, "0");
  if (/[1-9]/.test(part.slice(behind))) return null;
  return Number(found[1] + part.slice(0, behind));
}

/** The same the other way: 125050 HTG are "1250.50", 500 XAF are "500". */
export function amountOfUnits(units: number, currency: string): string {
  const behind = digitsOf(currency);
  const text = String(Math.abs(units)).padStart(behind + 1, "0");
  const at = text.length - behind;
  return `${units < 0 ? "-" : ""}${text.slice(0, at)}${behind ? `.${text.slice(at)}` : ""}`;
}

/** What is due, in the smallest unit; nobody is paid half of one. */
export const unitsDue = (hundredths: number, currency: string): number =>
  Math.floor((hundredths * 10 ** digitsOf(currency)) / 100);

/** What was promised, as what is due is counted. */
export const hundredthsOf = (units: number, currency: string): number =>
  Math.floor((units * 100) / 10 ** digitsOf(currency));

/** A receipt's code. `random`: so many bytes. */
export function newReceiptCode(random: (n: number) => Uint8Array): string {
  let drawn = "";
  // Above 250 some digits would come more often than others.
  while (drawn.length < CODE_DIGITS - 1)
    for (const byte of random(CODE_DIGITS)) if (byte < 250) drawn += byte % 10;
  drawn = drawn.slice(0, CODE_DIGITS - 1);
  return drawn + checkDigit(drawn);
}

/** The twelve digits of a receipt in what somebody typed, with any gaps; null: no code, or a digit is wrong. */
export function receiptCodeOf(typed: string): string | null {
  const said = typed.replace(/[ \-\t.]/g, "");
  return /^[0-9]{12}$/.test(said) && checkDigit(said.slice(0, -1)) === said.slice(-1) ? said : null;
}

export const codeInGroups = (code: string): string => code.replace(/(\d{4})(?=\d)/g, "$1 ");

export interface Promised {
  promise: string;
  amount: number;
  currency: string;
}

export interface Paid extends Promised {
  float: string | null;
}

export interface Owed extends Promised {
  paid: number;
  left: number;
  state: "owed" | "part" | "paid" | "over";
}

/** Every promise with what was paid of it. */
export function owed(promises: Promised[], payments: Paid[]): Owed[] {
  return promises.map(({ promise, amount, currency }) => {
    const paid = payments
      .filter((one) => one.promise === promise && one.currency === currency)
      .reduce((sum, one) => sum + one.amount, 0);
    const left = amount - paid;
    const state = left < 0 ? "over" : left === 0 ? "paid" : paid ? "part" : "owed";
    return { promise, amount, currency, paid, left, state };
  });
}

/** Something happened to a float. `worker`: who said it; `second`: whose PIN was given beside. */
export interface Move {
  float: string;
  what: What;
  currency: string;
  amount: number;
  worker: string;
  at: string;
  second: string | null;
  to: string | null;
  reason: string | null;
}

/** The money one cashier answers for. */
export interface Float {
  float: string;
  currency: string;
  cashier: string;
  /** What should be there, or should have been when it was closed. */
  balance: number;
  /** What was there when it was closed; null: it is open. */
  counted: number | null;
  difference: number | null;
  is_open: boolean;
  /** Until when two are there, in milliseconds; null: one is alone. */
  two_until: number | null;
}

/** Every float, by what was said of it in the order in which it was said. */
export function floats(moves: Move[], payments: Paid[]): Map<string, Float> {
  const found = new Map<string, Float>();
  const of = (float: string, currency: string, cashier: string): Float => {
    let one = found.get(float);
    if (!one) {
      one = {
        float,
        currency,
        cashier,
        balance: 0,
        counted: null,
        difference: null,
        is_open: true,
        two_until: null,
      };
      found.set(float, one);
    }
    return one;
  };
  for (const one of moves) {
    const here = of(one.float, one.currency, one.worker);
    const until = Date.parse(one.at) + TOGETHER_MS;
    if (one.what === "opened" || one.what === "topped_up") here.balance += one.amount;
    if (one.what === "handed" || one.what === "taken_out") here.balance -= one.amount;
    if (one.what === "handed" && one.to && one.second) {
      const there = of(one.to, one.currency, one.second);
      there.balance += one.amount;
      there.two_until = until;
    }
    if (one.what === "closed") {
      here.counted = one.amount;
      here.is_open = false;
    }
    if (one.what === "alone") here.two_until = null;
    else if (BY_TWO.includes(one.what)) here.two_until = until;
  }
  for (const paid of payments) {
    const from = paid.float === null ? undefined : found.get(paid.float);
    if (from?.currency === paid.currency) from.balance -= paid.amount;
  }
  for (const one of found.values()) one.difference = one.counted === null ? null : one.counted - one.balance;
  return found;
}

/** Whether this worker may pay from it now: it is theirs and open, and a second one is there. */
export const mayPay = (float: Float, worker: string, now: number): boolean =>
  float.cashier === worker && float.is_open && float.two_until !== null && now < float.two_until;
