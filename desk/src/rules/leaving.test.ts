// A child leaves with the adult recorded as carer, or by a release that two people answer for.
import { expect, test } from "vitest";
import {
  childrenStayingAlone,
  codeState,
  hashOfCode,
  isAColleagues,
  missingFor,
  needRelease,
} from "./leaving";

const rose = { reception: "rose", is_child: false, carers: [] };
const naima = { reception: "naima", is_child: true, carers: ["rose"] };
const release = {
  to: "adult",
  name: "Tante Marie",
  second_worker: "jude",
  code_hash: null,
  identity_seen: true,
  came_for: {},
  reason: "",
} as const;

test("a child with the recorded carer may go", () => {
  expect(needRelease([rose, naima], "own_way")).toEqual([]);
});
test("a child alone needs a release", () => {
  expect(needRelease([naima], "own_wish")).toEqual(["naima"]);
});
test("a child whose carer two people told differently needs a release", () => {
  expect(needRelease([rose, { ...naima, carers: ["rose", "wisly"] }], "own_way")).toEqual(["naima"]);
});
test("another adult of the family is not the carer", () => {
  expect(needRelease([{ ...rose, reception: "wisly" }, naima], "own_way")).toEqual(["naima"]);
});
test("an adult is never held", () => {
  expect(needRelease([rose], "own_wish")).toEqual([]);
});
test("a household of which only children leave needs a release, with an adult of it none", () => {
  const household = { reception: "token", is_child: false, carers: [] };
  expect(needRelease([{ ...household, groups: { girl: 2, baby_boy: 1 } }], "own_wish")).toEqual(["token"]);
  expect(needRelease([{ ...household, groups: { woman: 1, girl: 2 } }], "own_wish")).toEqual([]);
  expect(needRelease([{ ...household, groups: { not_seen: 1, girl: 1 } }], "own_way")).toEqual(["token"]);
  expect(needRelease([{ ...household, groups: { man: 1 } }], "own_way")).toEqual([]);
});
test("who leaves decides, not what the card was before it became a household's", () => {
  const groups = { man: 1, boy: 1 };
  expect(needRelease([{ reception: "token", is_child: true, carers: [], groups }], "own_wish")).toEqual([]);
});
test("a household whose adult stays cannot take along the child it looks after", () => {
  const child = { ...naima, carers: ["token"] };
  const household = { reception: "token", is_child: false, carers: [] };
  expect(needRelease([child, { ...household, groups: { woman: 1 } }], "own_way")).toEqual([]);
  expect(needRelease([child, { ...household, groups: { boy: 1 } }], "own_way")).toEqual(["naima", "token"]);
});
test("whoever goes by ambulance or died is looked at by morning, the carer beside them or not", () => {
  const household = { reception: "token", is_child: false, carers: [], groups: { woman: 1, girl: 1 } };
  expect(needRelease([rose, naima, household], "hospital")).toEqual(["naima", "token"]);
  expect(needRelease([naima], "died")).toEqual(["naima"]);
});
test("children who stay without an adult of their household are counted, and hold nobody", () => {
  const here = { woman: 1, girl: 2, baby_boy: 1 };
  expect(childrenStayingAlone(here, { woman: 1, baby_boy: 1 })).toBe(2);
  expect(childrenStayingAlone(here, { girl: 1 })).toBe(0);
  expect(childrenStayingAlone({ ...here, man: 1 }, { woman: 1 })).toBe(0);
  expect(childrenStayingAlone(here, here)).toBe(0);
});
test("a release needs a name and a second person", () => {
  expect(missingFor(release, "mirlande")).toEqual([]);
  expect(missingFor({ ...release, name: " " }, "mirlande")).toEqual(["name"]);
  expect(missingFor({ ...release, second_worker: null }, "mirlande")).toEqual(["second_person"]);
});
test("a release waits for what one of the children lacks", () => {
  expect(missingFor(release, "mirlande", [null, "identity"])).toEqual(["identity"]);
  expect(missingFor({ ...release, name: "" }, "mirlande", ["authorised"])).toEqual(["authorised", "name"]);
});
test("whoever child protection is asked about first needs a release, beside the carer and whatever the age says", () => {
  expect(needRelease([rose, { ...naima, is_asked: true }], "own_way")).toEqual([naima.reception]);
  expect(needRelease([{ ...rose, is_asked: true }], "own_wish")).toEqual([rose.reception]);
  expect(isAColleagues([{ ...rose, is_asked: true }], false)).toBe(true);
});
test("a worker cannot be their own second", () => {
  expect(missingFor({ ...release, second_worker: "mirlande" }, "mirlande")).toEqual(["second_person"]);
});
test.each(["ambulance", "nobody"] as const)("%s waits for nobody", (to) => {
  expect(missingFor({ ...release, to, name: "", second_worker: null }, "mirlande")).toEqual([]);
});
test("a one-time code is good once, however it is written down", async () => {
  const hash = await hashOfCode("kx4t-91ab");
  expect(hash).toBe(await hashOfCode(" KX4T 91AB "));
  expect(codeState(hash, [{ code_hash: hash }], [])).toBe("right");
  expect(codeState(hash, [{ code_hash: hash }], [{ code_hash: hash }])).toBe("used");
  expect(codeState(hash, [], [])).toBe("unknown");
});

test("who may not look for people lets adults go, and no child, whoever goes along", () => {
  const household = { reception: "token", is_child: false, carers: [] };
  expect(isAColleagues([rose], false)).toBe(false);
  expect(isAColleagues([naima], false)).toBe(true);
  expect(isAColleagues([rose, naima], false)).toBe(true);
  expect(isAColleagues([{ ...household, groups: { woman: 2 } }], false)).toBe(false);
  expect(isAColleagues([{ ...household, groups: { woman: 1, girl: 1 } }], false)).toBe(true);
  expect(isAColleagues([rose, naima], true)).toBe(false);
});
