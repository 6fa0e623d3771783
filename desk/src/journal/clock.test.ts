import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EARLIEST, isLater, meet, offset, tick } from "./clock";

const NOON = Date.UTC(2021, 8, 19, 12);
const at = (ms: number, counter = 0) =>
  ((BigInt(ms) << 16n) + BigInt(counter)).toString(16).padStart(16, "0");

describe("the hybrid clock", () => {
  test("follows the tablet's clock while that goes forward", () => {
    expect(tick(EARLIEST, NOON)).toBe(at(NOON));
    expect(tick(at(NOON), NOON + 5)).toBe(at(NOON + 5));
  });

  test("counts on when two facts are told in one millisecond, or the tablet's clock goes back", () => {
    expect(tick(at(NOON), NOON)).toBe(at(NOON, 1));
    expect(tick(at(NOON, 65535), NOON - 3_600_000)).toBe(at(NOON + 1));
  });

  test("is carried forward by a fact that is a little ahead, never by one more than five minutes ahead", () => {
    expect(meet(at(NOON), at(NOON + 299_000), NOON)).toBe(at(NOON + 299_000));
    expect(meet(at(NOON), at(NOON + 301_000), NOON)).toBe(at(NOON));
    expect(meet(at(NOON), "not a clock", NOON)).toBe(at(NOON));
  });

  test("only ever goes forward, whatever it meets", () => {
    const step = fc.record({ now: fc.nat({ max: 2 ** 41 }), met: fc.option(fc.nat({ max: 2 ** 41 })) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let clock = EARLIEST;
        for (const { now, met } of steps) {
          if (met !== null) clock = meet(clock, at(met), now);
          const next = tick(clock, now);
          expect(next > clock).toBe(true);
          clock = next;
        }
      }),
    );
  });

  test("learns how far the tablet is from the hub, half of the way taken off", () => {
    expect(offset(new Date(NOON + 10_100).toISOString(), NOON, NOON + 200)).toBe(10_000);
    expect(offset("nonsense", NOON, NOON)).toBe(0);
  });

  test("orders facts of one moment by their ids", () => {
    expect(isLater({ clock: at(1), id: "b" }, { clock: at(1), id: "a" })).toBe(true);
    expect(isLater({ clock: at(1), id: "b" }, { clock: at(2), id: "a" })).toBe(false);
  });
});
