// What is told of money: a promise with its receipt, what was paid of it, and what happens to a float.
// All of it is told of the site, not of an arrival: what is owed stays on tablets when the arrival is closed.
import type { Draft } from "../../journal/api";
import { newId, randomBytes } from "../../journal/ids";
import { amountOfUnits, newReceiptCode, type What } from "../../rules/cash";

export interface NewPromise {
  promise: string;
  code: string;
  card: string;
  units: number;
  currency: string;
  programme: string | null;
  owner: string;
}

export const freshId = (): string => newId(Date.now(), randomBytes);

export function newPromise(
  card: string,
  units: number,
  currency: string,
  programme: string | null,
  owner: string,
): NewPromise {
  return { promise: freshId(), code: newReceiptCode(randomBytes), card, units, currency, programme, owner };
}

export function promised({ promise, code, card, units, currency, programme, owner }: NewPromise): Draft {
  const body: Record<string, unknown> = {
    promise,
    amount: amountOfUnits(units, currency),
    currency,
    code,
    owner,
  };
  if (programme) body.programme = programme;
  return { kind: "assistance.promise", subject: card, arrivals: [], body };
}

export type How = "hand" | "voucher";

export interface NewPayment {
  promise: string;
  card: string;
  units: number;
  currency: string;
  how: How;
  float?: string | null;
  number?: string;
}

export function paid({ promise, card, units, currency, how, float, number }: NewPayment): Draft {
  const body: Record<string, unknown> = { promise, amount: amountOfUnits(units, currency), currency, how };
  if (how === "hand" && float) body.float = float;
  if (number?.trim()) body.number = number.trim();
  return { kind: "assistance.payment", subject: card, arrivals: [], body };
}

export interface NewMove {
  float: string;
  what: What;
  units: number;
  currency: string;
  second: string | null;
  to?: string | null;
  reason?: string | null;
}

export function floatMoved({ float, what, units, currency, second, to, reason }: NewMove): Draft {
  const body: Record<string, unknown> = { what, currency, amount: amountOfUnits(units, currency) };
  if (second) body.second = second;
  if (to) body.to = to;
  if (reason) body.reason = reason;
  return { kind: "assistance.float", subject: float, arrivals: [], body };
}
