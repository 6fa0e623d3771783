// @vitest-environment happy-dom
// Somebody complains on a locked tablet: whom they are offered, and what the next person finds.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { parseRoute, route } from "../../shell/route";
import type { FakeJournal } from "../../testing/fake_journal";
import { button, closeDesk, find, openDesk, settle, shown, tap, until } from "../../testing/screen";

const focal = (id: string, organisation: string, of: string) => ({
  id,
  name: id,
  organisation,
  of,
  where: `${of}'s door`,
});
const KNOWN = {
  organisations: [
    { id: "iom", name: "IOM" },
    { id: "rc", name: "Red Cross" },
  ],
  focal_points: [
    focal("Paulette", "iom", "IOM"),
    focal("Dieuseul", "rc", "Red Cross"),
    focal("Magalie", "un", "UNHCR"),
  ],
};

let journal: FakeJournal;
/** The address of the page is not followed in tests: what it would open is opened. */
const follow = () => {
  route.value = parseRoute(location.hash);
};
beforeEach(async () => {
  location.hash = "";
  addEventListener("hashchange", follow);
  journal = await openDesk();
  journal.state.complaints = KNOWN;
  journal.changeWorker();
  await settle();
});
afterEach(() => {
  vi.useRealTimers();
  closeDesk();
  removeEventListener("hashchange", follow);
});

async function begin() {
  await tap("Tell us what is not right");
  await until(() => shown().includes("Somebody treated me badly"));
}

test("nobody who works for whom it is about is offered", async () => {
  await begin();
  await tap("Somebody treated me badly");
  await tap("IOM");
  await tap("Go on");
  expect(shown()).toContain("Magalie");
  expect(shown()).toContain("Red Cross's door");
  expect(shown()).not.toContain("Paulette");
  expect(button("Give it to them").disabled).toBe(true);
});

test("where nobody outside takes complaints, nothing is asked that nobody would read", async () => {
  journal.state.complaints = { ...KNOWN, focal_points: [focal("Paulette", "iom", "IOM")] };
  await begin();
  await tap("Something else, or an idea");
  await tap("IOM");
  expect(shown()).toContain("Nobody outside this organisation takes complaints here yet.");
  expect(find("textarea")).toBeNull();
});

test("left alone for three minutes it is emptied, and the next person begins anew", async () => {
  await begin();
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
  await tap("Back");
  await begin();
  await tap("Somebody treated me badly");
  await tap("IOM");
  const words = find<HTMLTextAreaElement>("textarea")!;
  words.value = "vermilion";
  words.dispatchEvent(new Event("input", { bubbles: true }));
  await vi.advanceTimersByTimeAsync(170_000);
  await settle();
  expect(find<HTMLTextAreaElement>("textarea")?.value).toBe("vermilion");
  await vi.advanceTimersByTimeAsync(15_000);
  await settle();
  expect(find("textarea")).toBeNull();
  expect(shown()).toContain("Who works here now?");
  await begin();
  await tap("Somebody treated me badly");
  await tap("IOM");
  expect(find<HTMLTextAreaElement>("textarea")?.value).toBe("");
});

test("numbers that are not twelve digits are not asked about", async () => {
  await begin();
  await tap("I have numbers: read my answer");
  const field = find<HTMLInputElement>("#complaint-code")!;
  field.value = "418 007";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settle();
  find<HTMLFormElement>("form#complaint-read")!.requestSubmit();
  await settle();
  expect(shown()).toContain("There must be twelve digits.");
});

test("whoever is signed in hands over a locked tablet; its address opens nothing to them", async () => {
  journal.state.worker = journal.state.workers[0]!;
  journal.state.phase = "open";
  route.value = { page: "complaint", params: {} };
  await settle();
  expect(shown()).not.toContain("Somebody treated me badly");
  route.value = { page: "home", params: {} };
  await settle();
  await tap("Hand the tablet to somebody who has a complaint");
  await until(() => shown().includes("Somebody treated me badly"));
  expect(journal.state.phase).toBe("locked");
});

test("where no focal point is known, nobody is invited to complain", async () => {
  journal.state.complaints = { ...KNOWN, focal_points: [] };
  await settle();
  expect(shown()).not.toContain("Tell us what is not right");
});
