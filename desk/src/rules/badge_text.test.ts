import { expect, test } from "vitest";
import { parseBadge } from "./badge_text";

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
