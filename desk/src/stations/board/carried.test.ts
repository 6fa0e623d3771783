// @vitest-environment happy-dom
// What the board of a tablet says about arrivals with a past or a way: shifts before, stops.
import { afterEach, beforeEach, expect, test } from "vitest";
import { arrival } from "../../reading/arrivals";
import type { FakeJournal } from "../../testing/fake_journal";
import { closeDesk, find, openDesk, settle, shown, station } from "../../testing/screen";
import { nextShift, withoutNotice } from "../arrivals/facts";
import { tally } from "../count/facts";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

test("people inside carry over from every shift before, not from the last alone", async () => {
  const at = "2021-09-19T18:05:00Z";
  const counted = (shift: string, n: number) =>
    journal.tell([tally({ arrival: shift, door: "A", counting: "count" }, "woman", n)]);
  await journal.tell([withoutNotice("night", "on_foot", "Night", at)]);
  await counted("night", 4);
  await journal.tell(nextShift(arrival("night")!, "day", "Day", at));
  await counted("day", 3);
  await journal.tell(nextShift(arrival("day")!, "evening", "Evening", at));
  await station("board");
  expect(find("[data-testid=board-Evening]")?.textContent).toContain("7 inside from the shifts before");
});

test("two stops on the way stand on the board and among the arrivals", async () => {
  const stops = ["Laredo", "San Antonio"];
  const body = { how: "flight", label: "GXA 3309", status: "announced", stops };
  await journal.tell([{ kind: "arrivals.arrival", subject: "with-stops", arrivals: [], body }]);
  for (const page of ["board", "arrivals"] as const) {
    await station(page);
    await settle();
    expect(shown()).toContain("stops at Laredo, San Antonio");
  }
});
