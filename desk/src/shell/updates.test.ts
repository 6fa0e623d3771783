// @vitest-environment happy-dom
// A newer desk is offered on the first page once everything was sent, and comes only after a tap.

import { afterEach, beforeEach, expect, test } from "vitest";
import type { FakeJournal } from "../testing/fake_journal";
import { closeDesk, openDesk, settle, shown, station, tap } from "../testing/screen";
import { isKept, waiting } from "./updates";

let journal: FakeJournal;
let told: unknown[];

beforeEach(async () => {
  told = [];
  journal = await openDesk();
});
afterEach(() => {
  waiting.value = null;
  isKept.value = true;
  closeDesk();
});

const newer = () => ({ postMessage: (said: unknown) => told.push(said) }) as unknown as ServiceWorker;
const OFFER = "A newer version is ready.";

test("nothing is offered while facts wait to be sent", async () => {
  waiting.value = newer();
  journal.state.unsent = 3;
  await settle();
  expect(shown()).not.toContain(OFFER);
  journal.state.unsent = 0;
  await settle();
  expect(shown()).toContain(OFFER);
  await station("count");
  expect(shown()).not.toContain(OFFER);
  expect(told).toEqual([]);
});

test("one tap takes the newer desk", async () => {
  waiting.value = newer();
  await settle();
  await tap("Use it now");
  expect(told).toEqual([{ type: "SKIP_WAITING" }]);
});

test("whoever works sees that the desk does not lie on this tablet yet, until it does", async () => {
  const NOT_YET = "not yet kept: stay near the hub";
  expect(shown()).not.toContain(NOT_YET);
  isKept.value = false;
  await settle();
  expect(shown()).toContain(NOT_YET);
  isKept.value = true;
  await settle();
  expect(shown()).not.toContain(NOT_YET);
});
