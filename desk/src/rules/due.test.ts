// What is due where people share a card, split, join and leave: nobody twice, nobody left out, for no reason but need.
import { describe, expect, test } from "vitest";
import { due, type Told } from "./due";
import type { Person } from "./programmes";

const KIT = { subject: "kit", once_per: "person" } as const;
const BABY_KIT = { subject: "baby-kit", once_per: "family" } as const;
let n = 0;
const gives = (subject: string, quantity: number, item = "kit"): Told => ({
  id: `g${++n}`,
  subject,
  item,
  quantity,
  at: `2021-09-19T14:${String(n).padStart(2, "0")}:00Z`,
  device: "",
});
const comes = (target: string, people: number): Told => ({
  source: null,
  target,
  groups: { woman: people },
});
const goesOn = (source: string, target: string, people: number): Told => ({
  source,
  target,
  groups: { woman: people },
});
const leaves = (source: string, people: number): Told => ({
  source,
  target: null,
  groups: { woman: people },
});
const person = (is_token: boolean): Person => ({
  day: "2021-09-19",
  sex: null,
  ages: [[0, 130]],
  how: "flight",
  arrival: null,
  is_token,
  vouchers: [],
});
const dueTo = (card: string, told: Told[], rule: typeof KIT | typeof BABY_KIT = KIT) => {
  const known = {
    items: [rule],
    told,
    person: (one: string) => person(one !== "rose"),
    familyOf: (one: string) => one,
    membersOf: (one: string) => [one],
    versions: [],
  };
  const { is_due, quantity } = due(known, card, Date.parse("2021-09-19T18:00:00Z"))[0]!;
  return is_due ? quantity : 0;
};

describe("per person", () => {
  const served = () => [comes("token", 3), gives("token", 3)];

  test("who is split off or registered out of a household that was served counts as served", () => {
    expect(dueTo("other", [...served(), goesOn("token", "other", 2)])).toBe(0);
    expect(dueTo("rose", [...served(), goesOn("token", "rose", 1)])).toBe(0);
    expect(dueTo("token", [...served(), goesOn("token", "rose", 1)])).toBe(0);
  });
  test("before anything is given each card has its own due", () => {
    const told = [comes("token", 3), goesOn("token", "rose", 1)];
    expect([dueTo("token", told), dueTo("rose", told)]).toEqual([2, 1]);
    told.push(gives("token", 2));
    expect([dueTo("token", told), dueTo("rose", told)]).toEqual([0, 1]);
  });
  test("where there was not enough for all, what was given stays with the card", () => {
    const told = [comes("token", 3), gives("token", 2), goesOn("token", "other", 2)];
    expect([dueTo("token", told), dueTo("other", told)]).toEqual([0, 1]);
  });
  test("who joins later is due, and only they", () => {
    expect(dueTo("token", [...served(), comes("token", 2)])).toBe(2);
    const merged = [...served(), comes("other", 2), goesOn("other", "token", 2)];
    expect(dueTo("token", merged)).toBe(2);
  });
  test("who joins after one was registered out takes nothing from her", () => {
    const told = [...served(), goesOn("token", "rose", 1), comes("token", 1)];
    expect([dueTo("token", told), dueTo("rose", told)]).toEqual([1, 0]);
  });
  test("who leaves takes along what they were given", () => {
    expect(dueTo("token", [...served(), leaves("token", 2)])).toBe(0);
    expect(dueTo("token", [...served(), leaves("token", 2), comes("token", 2)])).toBe(2);
    expect(dueTo("token", [comes("token", 3), leaves("token", 2)])).toBe(1);
  });
  test("what two tablets gave twice serves nobody who comes later", () => {
    expect(dueTo("token", [...served(), gives("token", 3), comes("token", 1)])).toBe(1);
  });
  test("what one person got before the card became a household's counts for one", () => {
    expect(dueTo("token", [gives("token", 1), comes("token", 3)])).toBe(2);
  });
  test("a household that has left whole and was served is due nothing", () => {
    expect(dueTo("token", [...served(), leaves("token", 3)])).toBe(0);
  });
});

describe("per family", () => {
  test("what the household was given before is given for all who came out of it, not for those who got it after", () => {
    const before = [comes("token", 3), gives("token", 1, "baby-kit"), goesOn("token", "other", 2)];
    expect(dueTo("other", before, BABY_KIT)).toBe(0);
    const after = [comes("token", 3), goesOn("token", "other", 2), gives("token", 1, "baby-kit")];
    expect(dueTo("other", after, BABY_KIT)).toBe(1);
  });
  test("who joins a household that has it needs no other", () => {
    expect(
      dueTo("token", [comes("token", 2), gives("token", 1, "baby-kit"), comes("token", 1)], BABY_KIT),
    ).toBe(0);
  });
});
