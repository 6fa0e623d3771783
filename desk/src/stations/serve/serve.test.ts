// @vitest-environment happy-dom
// Serving as a worker does it.

import { afterEach, beforeEach, expect, test } from "vitest";
import type { FakeJournal } from "../../testing/fake_journal";
import { closeDesk, find, openDesk, scan, shown, station } from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

test("where nothing can be given yet, a person's page says what to do", async () => {
  for (const item of journal.records("assistance.item").keys())
    await journal.tell([{ kind: "assistance.item", subject: item, body: { is_active: false } }]);
  await station("serve");
  await scan("Card number", 3);
  expect(find("[data-testid='person']")).toBeTruthy();
  expect(shown()).toContain("A manager adds it at the office");
});
