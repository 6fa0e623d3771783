// A day begins at the site's midnight, and a shift lasts eight hours there.
import { expect, test } from "vitest";
import { dayBegan, shiftOf } from "./day_and_shift";

const began = (moment: string, zone: string) => new Date(dayBegan(Date.parse(moment), zone)).toISOString();

test.each([
  ["2026-09-19T13:17:42.123Z", "America/Port-au-Prince", "2026-09-19T04:00:00.000Z"],
  ["2026-09-19T03:59:59.999Z", "America/Port-au-Prince", "2026-09-18T04:00:00.000Z"],
  ["2026-11-01T23:00:00.000Z", "America/Port-au-Prince", "2026-11-01T04:00:00.000Z"],
  ["2026-03-08T23:00:00.000Z", "America/Port-au-Prince", "2026-03-08T05:00:00.000Z"],
  ["2026-09-19T20:00:00.000Z", "Asia/Kabul", "2026-09-19T19:30:00.000Z"],
  ["2026-09-19T00:00:00.000Z", "UTC", "2026-09-19T00:00:00.000Z"],
])("%s in %s is of the day that began %s", (moment, zone, day) => {
  expect(began(moment, zone)).toBe(day);
  expect(began(day, zone)).toBe(day);
});

test("shifts change at six, two and ten of the site", () => {
  const shift = (time: string) => shiftOf(Date.parse(`2026-09-${time}:00Z`), "America/Port-au-Prince");
  expect(shift("19T10:00")).toBe("2026-09-19/0");
  expect(shift("19T17:59")).toBe("2026-09-19/0");
  expect(shift("19T18:00")).toBe("2026-09-19/1");
  expect(shift("20T02:00")).toBe("2026-09-19/2");
  expect(shift("20T09:59")).toBe("2026-09-19/2");
});
