// A child leaves with the adult recorded as carer, or by a release that two people answer for.
import { expect, test } from "vitest";
import { codeState, hashOfCode, missingFor, needRelease } from "./leaving";

const rose = { reception: "rose", is_child: false, carers: [] };
const naima = { reception: "naima", is_child: true, carers: ["rose"] };
const release = { to: "adult", name: "Tante Marie", second_worker: "jude", code_hash: null } as const;

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
test("a release needs a name and a second person", () => {
  expect(missingFor(release, "mirlande")).toEqual([]);
  expect(missingFor({ ...release, name: " " }, "mirlande")).toEqual(["name"]);
  expect(missingFor({ ...release, second_worker: null }, "mirlande")).toEqual(["second_person"]);
});
test("a worker cannot be their own second", () => {
  expect(missingFor({ ...release, second_worker: "mirlande" }, "mirlande")).toEqual(["second_person"]);
});
test("an ambulance waits for nobody", () => {
  expect(missingFor({ to: "ambulance", name: "", second_worker: null, code_hash: null }, "mirlande")).toEqual(
    [],
  );
});
test("a one-time code is good once, however it is written down", async () => {
  const hash = await hashOfCode("kx4t-91ab");
  expect(hash).toBe(await hashOfCode(" KX4T 91AB "));
  expect(codeState(hash, [{ code_hash: hash }], [])).toBe("right");
  expect(codeState(hash, [{ code_hash: hash }], [{ code_hash: hash }])).toBe("used");
  expect(codeState(hash, [], [])).toBe("unknown");
});
