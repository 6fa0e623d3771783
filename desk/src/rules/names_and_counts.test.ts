// Suggestions while typing, two counters at a door, and ages.
import { expect, test } from "vitest";
import { ageGroupOf, groupOf, yearsBetween } from "./ages";
import { agreement } from "./agreement";
import { findPeople } from "./find_people";
import { canMove } from "./household";

const lines = [
  { family_name: "Étienne", given_names: "Rose" },
  { family_name: "Pierre", given_names: "Rose-Laure" },
  { family_name: "Pierre", given_names: "Wisly" },
];

test("a name is found by its beginning, without its accents", () => {
  expect(findPeople("etie", lines)).toEqual([lines[0]]);
});
test("every word that was typed must begin a word of the name, in any order", () => {
  expect(findPeople("laure pierre", lines)).toEqual([lines[1]]);
  expect(findPeople("ierre", lines)).toEqual([]);
});
test("family names come before given names", () => {
  expect(findPeople("r", [...lines, { family_name: "Rosier", given_names: "Anne" }])[0]?.family_name).toBe(
    "Rosier",
  );
});
test("nothing typed finds nobody", () => {
  expect(findPeople("  ", lines)).toEqual([]);
});
test("two counters at one door see where they differ", () => {
  const tally = (group: "woman" | "boy", count: number, counting: "count" | "check", door = "1") => ({
    group,
    count,
    counting,
    door,
  });
  const found = agreement(
    [
      tally("woman", 5, "count"),
      tally("woman", 5, "check"),
      tally("boy", 2, "count"),
      tally("boy", 3, "check"),
      tally("boy", 9, "check", "2"),
    ],
    "1",
  );
  expect(found).toEqual({ count: 7, check: 8, differs: [{ group: "boy", count: 2, check: 3 }] });
});
test("a birthday that has not come yet this year does not count", () => {
  expect(yearsBetween("2003-09-20", "2021-09-19")).toBe(17);
  expect(yearsBetween("2003-09-19", "2021-09-19")).toBe(18);
});
test("a said age goes before the figure that was tapped", () => {
  expect(ageGroupOf({ age: 1, age_group: "adult" }, "2021-09-19")).toBe("baby");
  expect(groupOf("female", "baby")).toBe("baby_girl");
  expect(groupOf("unknown", "adult")).toBe("not_seen");
});
test("nobody can be moved out of a household who is not in it", () => {
  expect(canMove({ woman: 2 }, { woman: 2 })).toBe(true);
  expect(canMove({ woman: 2 }, { woman: 2, boy: 1 })).toBe(false);
});
