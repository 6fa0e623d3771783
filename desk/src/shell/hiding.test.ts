// @vitest-environment happy-dom
// What shows people hides by itself, sooner where it is delicate, and brings the same worker back to the same field.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FakeJournal } from "../testing/fake_journal";
import {
  aFamilyOfTwo,
  closeDesk,
  field,
  find,
  openDesk,
  scan,
  settle,
  shown,
  signIn,
  station,
  tap,
  type,
} from "../testing/screen";
import { hidesAfter, startHiding, touch } from "./hiding";
import { route } from "./route";

let journal: FakeJournal;
let stop: () => void;

beforeEach(async () => {
  // Promises and pages that are fetched go on as usual; only the clock is in the test's hands.
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  vi.setSystemTime("2021-09-19T14:00:00Z");
  journal = await openDesk();
  journal.state.lock_s = { reception: 180, assistance: 180, child: 60, protection: 60 };
  touch();
  stop = startHiding();
});
afterEach(() => {
  stop();
  closeDesk();
  vi.useRealTimers();
});

async function nobodyTouchesFor(seconds: number) {
  vi.advanceTimersByTime(seconds * 1000);
  await settle();
}
const isHidden = () => journal.state.phase === "locked";

test("the shortest of the walls that are shown counts, and a page that shows nobody never hides", () => {
  expect(hidesAfter(["reception", "child"], { reception: 180, child: 45 })).toBe(45);
  expect(hidesAfter(["reception"], {})).toBe(180);
  expect(hidesAfter([], {})).toBe(Number.POSITIVE_INFINITY);
});

test("a half-filled page hides after 180 s, and the same worker is back in the same field", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await type("Given name", "Rose");
  field("Given name").focus();
  await nobodyTouchesFor(179);
  expect(isHidden()).toBe(false);
  await nobodyTouchesFor(1);
  expect(isHidden()).toBe(true);
  expect(shown()).toContain("Mirlande");
  await signIn();
  expect(field("Given name").value).toBe("Rose");
  expect(document.activeElement).toBe(field("Given name"));
});

test("typing is a touch", async () => {
  await station("register");
  await scan("Card of the person", 3);
  await nobodyTouchesFor(170);
  await type("Given name", "Rose");
  dispatchEvent(new Event("input"));
  await nobodyTouchesFor(170);
  expect(isHidden()).toBe(false);
});

test("details and the release of a child hide after 60 s, and the page around them after its own time", async () => {
  await aFamilyOfTwo();
  await tap("Details");
  await nobodyTouchesFor(60);
  expect(isHidden()).toBe(true);
  await signIn();
  expect(shown()).toContain("How do you say you came?");
  await tap("Back");
  await nobodyTouchesFor(170);
  expect(isHidden()).toBe(false);
  dispatchEvent(new Event("pointerdown"));

  await station("leave");
  await scan("Card number", 4);
  await tap("By own wish");
  expect(shown()).toContain("A child leaves without their carer");
  await nobodyTouchesFor(60);
  expect(isHidden()).toBe(true);
});

test("a site may say other seconds", async () => {
  journal.state.lock_s = { reception: 30 };
  await station("cards");
  await nobodyTouchesFor(30);
  expect(isHidden()).toBe(true);
});

test("count stays open for hours, and whoever leaves it then says who they are", async () => {
  await station("count");
  await nobodyTouchesFor(3 * 3600);
  expect(isHidden()).toBe(false);
  // A stranger's first touch wakes the clock, and counts; it opens nothing.
  dispatchEvent(new Event("pointerdown"));
  await tap("Woman");
  await nobodyTouchesFor(5);
  await station("board");
  expect(isHidden()).toBe(false);
  route.value = { page: "cards", params: {} };
  await settle();
  expect(isHidden()).toBe(true);
  expect(find("[data-station='cards']")).toBeNull();
  await signIn();
  expect(find("[data-station='cards']")).not.toBeNull();
  await nobodyTouchesFor(100);
  expect(isHidden()).toBe(false);
});

test("a counter at work goes on to another station without a PIN", async () => {
  await station("count");
  for (let i = 0; i < 5; i++) {
    await nobodyTouchesFor(100);
    dispatchEvent(new Event("pointerdown"));
  }
  await station("cards");
  expect(isHidden()).toBe(false);
});

test("a tablet that slept hides at the touch that wakes it", async () => {
  await station("cards");
  // Asleep, no second was ticking.
  vi.setSystemTime("2021-09-19T18:00:00Z");
  dispatchEvent(new Event("pointerdown"));
  expect(isHidden()).toBe(true);
});
