import { expect, test } from "vitest";
import { parseBadge, parseDayBadge } from "./badge_text";

const WORKER = "018f0000-0000-7000-8000-00000000000a";
const SECRET = "ABCDEFGHIJKLMNOPQRSTUVW2";
const TEXT = `AW:${WORKER.toUpperCase()}:${SECRET}`;

test("a badge is read however a scanner types it", () => {
  for (const text of [TEXT, ` ${TEXT}\r\n`, TEXT.toLowerCase()])
    expect(parseBadge(text)).toEqual({ worker: WORKER, secret: SECRET });
});

test("a card, half a badge and something else are no badges", () => {
  for (const text of ["", "A1:41829375:ABCDEFGH", TEXT.slice(0, -1), `${TEXT}A`, TEXT.replace("AW", "AX")])
    expect(parseBadge(text)).toBeNull();
});

test("a day badge is no worker's badge, and the other way round", () => {
  expect(parseDayBadge(` ad:17:${SECRET.toLowerCase()} `)).toEqual({ number: 17, secret: SECRET });
  expect(parseBadge(`AD:17:${SECRET}`)).toBeNull();
  for (const text of [TEXT, `AD:17:${SECRET}A`, `AD:${SECRET}`, `AD:07:${SECRET}`, SECRET, "AD:"])
    expect(parseDayBadge(text)).toBeNull();
});
