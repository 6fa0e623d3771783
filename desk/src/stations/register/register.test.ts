// @vitest-environment happy-dom
// Registering as a worker does it: what cannot be is said beside its field, and who was found on the list stays found.

import { afterEach, beforeEach, expect, test } from "vitest";
import { reception } from "../../reading/people";
import { FLIGHT, LINE_OF_ROSE, receptionOf } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import { button, closeDesk, field, openDesk, scan, shown, station, tap, type } from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

async function onePerson(name: string) {
  await station("register");
  await scan("Card of the person", 3);
  await type("Family name", name);
}

test("an age that nobody reaches is said beside the field, and nothing is registered before it is mended", async () => {
  await onePerson("Valcin");
  await type("Age", "140");
  expect(shown()).toContain("In years, from 0 to 130");
  expect(button("Register").disabled).toBe(true);
  await type("Age", "40");
  expect(shown()).not.toContain("In years, from");
  await tap("Register");
  expect(reception(await receptionOf(3))).toMatchObject({ age: 40, age_group: "adult" });
});

test("a birth date that has not come yet makes nobody a baby", async () => {
  await onePerson("Valcin");
  await tap("By date");
  for (const day of ["2035-05-01", "1789-07-14"]) {
    await type("Birth date", day);
    expect(shown()).toContain("A day from 1890 to today");
    expect(button("Register").disabled).toBe(true);
  }
  expect(button("Baby girl").getAttribute("aria-pressed")).toBe("false");
});

test("a family waits for the one age that cannot be", async () => {
  await station("register");
  await tap("A family");
  await scan("Card of person 1", 3);
  await scan("Card of person 2", 4);
  await tap("Next: 2 people");
  await type("Age 2", "200");
  expect(button("Register 2 people").disabled).toBe(true);
});

test("a letter mended in the name keeps the line of the list", async () => {
  await onePerson("pierre rose");
  await tap(/PIERRE, Rose-Laure/);
  await type("Given name", "Rose-Lore");
  expect(shown()).toContain("From the list: PIERRE, Rose-Laure");
  await tap("Register");
  expect(reception(await receptionOf(3))).toMatchObject({ given_names: "Rose-Lore", line: LINE_OF_ROSE });
});

test("a line of the list that is somebody else is let go in one tap", async () => {
  await onePerson("pierre rose");
  await tap(/PIERRE, Rose-Laure/);
  await tap("Not this person");
  expect(shown()).not.toContain("From the list");
  await tap("Register");
  expect(reception(await receptionOf(3))?.line).toBeNull();
});

test("suggestions that have no room say how many more there are", async () => {
  await journal.tell(
    [1, 2, 3].map((n) => ({
      kind: "arrivals.line",
      arrivals: [FLIGHT],
      body: {
        manifest: "m",
        arrival: FLIGHT,
        number: 50 + n,
        family_name: "Pierre",
        given_names: `Jean ${n}`,
      },
    })),
  );
  await onePerson("pierre");
  expect(shown()).toContain("3 more: type on");
  await type("Family name", "pierre jean");
  expect(shown()).not.toContain("more: type on");
});

test("a nationality longer than the field holds is said beside it, so that the others are not lost", async () => {
  await onePerson("Valcin");
  await tap("Register");
  await tap("Details");
  await type("Nationality or nationalities", `Haitian, ${"x".repeat(41)}`);
  expect(shown()).toContain("At most 40 letters each");
  expect(button("Keep").disabled).toBe(true);
  await type("Nationality or nationalities", "Haitian, Chilean");
  await type("Phone", "37 00 00 00");
  await tap("Keep");
  expect(reception(await receptionOf(3))).toMatchObject({ nationalities: ["Haitian", "Chilean"] });
  expect(field("Card of the person")).toBeTruthy();
});
