// @vitest-environment happy-dom
// Leaving as a worker sees it: nobody is held, a child goes with their carer or is released, cards come back.

import { afterEach, beforeEach, expect, test } from "vitest";
import { exits } from "../../reading/people";
import { entries } from "../../reading/rows";
import { VOLUNTEER, WORKERS } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import {
  aFamilyOfTwo,
  button,
  closeDesk,
  field,
  find,
  openDesk,
  scan,
  send,
  settle,
  shown,
  station,
  tap,
  type,
} from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

test("a child leaves with the recorded carer in one tap", async () => {
  await aFamilyOfTwo();
  await station("leave");
  await scan("Card number", 3);
  await tap(/^Naïma/);
  await tap("By own wish");
  expect(exits.value.size).toBe(2);
  expect(entries("children.release")).toHaveLength(0);
});

test("a child alone is released by a named adult and a second worker's PIN, never without", async () => {
  journal.state.workers = [...WORKERS, VOLUNTEER];
  await aFamilyOfTwo();
  await station("leave");
  await scan("Card number", 4);
  await tap("By own wish");
  expect(exits.value.size).toBe(0);
  expect(shown()).toContain("A child leaves without their carer");
  await type("Name of the adult", "Tante Marie");
  await tap("I saw a paper with this name");
  const second = find<HTMLSelectElement>("#release-worker")!;
  // Neither whoever releases nor a volunteer.
  expect([...second.options].map((o) => o.text)).toEqual(["Choose", "Jude", "Sœur Anne"]);
  second.selectedIndex = 1;
  second.dispatchEvent(new Event("change"));
  await type("Their PIN", "999999");
  await send(find("form#release") as HTMLFormElement);
  expect(exits.value.size).toBe(0);
  await type("Their PIN", "123456");
  await send(find("form#release") as HTMLFormElement);
  expect(exits.value.size).toBe(1);
  expect(entries<{ name: string }>("children.release").map((r) => r.name)).toEqual(["Tante Marie"]);
});

test("every worker of the site may answer for a release; who was never here needs the hub, and it says that it checks", async () => {
  journal.state.known_workers = [WORKERS[0]!.id, WORKERS[2]!.id];
  let answer = (_: boolean) => {};
  journal.checkPin = () => new Promise((resolve) => (answer = resolve));
  await aFamilyOfTwo();
  await station("leave");
  await scan("Card number", 4);
  await tap("By own wish");
  await type("Name of the adult", "Tante Marie");
  await tap("I saw a paper with this name");
  const second = find<HTMLSelectElement>("#release-worker")!;
  expect([...second.options].map((o) => o.text)).toEqual(["Choose", "Jude (needs the hub)", "Sœur Anne"]);
  second.selectedIndex = 1;
  second.dispatchEvent(new Event("change"));
  await type("Their PIN", "123456");
  await send(find("form#release"));
  expect(shown()).toContain("Checking the PIN. This takes a few seconds.");
  expect(button("Release the child").disabled).toBe(true);
  answer(true);
  await settle();
  expect(exits.value.size).toBe(1);
});

test("an ambulance takes a child at once, and the release is told beside it", async () => {
  await aFamilyOfTwo();
  await station("leave");
  await scan("Card number", 4);
  await tap("Next: how");
  await tap("Hospital");
  expect(exits.value.size).toBe(1);
  expect(entries<{ to: string }>("children.release").map((r) => r.to)).toEqual(["ambulance"]);
});

test("a child's death is told in one tap and asks nobody who takes over; it is looked at by morning", async () => {
  await aFamilyOfTwo();
  await station("leave");
  await scan("Card number", 4);
  await tap("Next: how");
  await tap("Died");
  expect(exits.value.size).toBe(1);
  expect(entries<{ to: string }>("children.release").map((r) => r.to)).toEqual(["nobody"]);
});

test("children who leave with a household's card and without an adult of it are released", async () => {
  await station("households");
  await scan("Card of the household", 10);
  await type("Woman", "1");
  await type("Girl", "2");
  await tap("Open for 3 people");
  await station("leave");
  await scan("Card number", 10);
  await type("Girl of 2", "0");
  expect(shown()).toContain("2 children stay without an adult of their household");
  await type("Girl of 2", "2");
  await type("Woman of 1", "0");
  await tap("Next: how");
  await tap("Own way");
  expect(exits.value.size).toBe(0);
  expect(shown()).toContain("A child leaves without their carer");
  expect(button("Release 2 children").disabled).toBe(true);
});

test("a card comes back at the door or later, once; a household's while somebody of it is here does not", async () => {
  await station("households");
  await scan("Card of the household", 10);
  await type("Woman", "2");
  await tap("Open for 2 people");
  await station("leave");
  await scan("Card number", 10);
  await type("Woman of 2", "1");
  await tap("Next: how");
  await tap("Own way");
  expect(shown()).toContain("The card stays with the others of the household.");
  expect(() => button("Card returned")).toThrow();
  await scan("Card number", 10);
  expect(() => button("Card returned")).toThrow();
  await tap("Next: how");
  await tap("Own way");
  expect(button("Card returned")).toBeTruthy();
  // Nobody tapped it at the door: it was found in the hall an hour later.
  await scan("Card number", 10);
  await tap("Card returned");
  expect(entries("people.card_returned")).toHaveLength(1);
  expect(shown()).toContain("Card returned, ");
  expect(() => button("Card returned")).toThrow();
});

test("what was chosen about a departure is there again after Back and another page, until it is told or dropped", async () => {
  await aFamilyOfTwo();
  await station("leave");
  await scan("Card number", 3);
  await tap(/^Naïma/);
  await type("With whom", "Tante Marie");
  await tap("Next: how");
  expect(shown()).toContain("1 leaves along");
  await tap("Back");
  await tap("Back");
  await station("home");
  await station("leave");
  await tap(/^Rose/);
  expect(field("With whom").value).toBe("Tante Marie");
  expect(button(/^Naïma/).getAttribute("aria-pressed")).toBe("true");
  await tap("Next: how");
  await tap("Collected");
  expect(exits.value.size).toBe(2);
  expect(shown()).not.toContain("Not finished");
});

test("a name typed for a release outlives Back, a PIN does not", async () => {
  await aFamilyOfTwo();
  await station("leave");
  await scan("Card number", 4);
  await tap("By own wish");
  await type("Name of the adult", "Tante Marie");
  await type("Their PIN", "123456");
  await tap("Back");
  await tap("By own wish");
  expect(field("Name of the adult").value).toBe("Tante Marie");
  expect(field("Their PIN").value).toBe("");
  await tap("Back");
  await tap("Back");
  await tap(/^Drop: Naïma/);
  await scan("Card number", 4);
  await tap("By own wish");
  expect(field("Name of the adult").value).toBe("");
});
