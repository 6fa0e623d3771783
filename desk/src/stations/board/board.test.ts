// @vitest-environment happy-dom
// The board as a worker reads it.

import { afterEach, beforeEach, expect, test } from "vitest";
import { closeDesk, find, openDesk, scan, shown, station, tap } from "../../testing/screen";

beforeEach(openDesk);
afterEach(closeDesk);

test("the board counts people of no arrival too", async () => {
  await station("board");
  expect(shown()).not.toContain("Of no arrival yet");
  await station("serve");
  await scan("Card number", 75);
  await tap("Give: Water");
  await station("board");
  const row = find("[data-testid='board-none']");
  expect(row?.querySelector("[data-testid='inside']")?.textContent).toBe("1");
});
