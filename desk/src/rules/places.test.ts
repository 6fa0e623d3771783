// Places are found as people write and say them: the beginning of a name, without accents, or a landmark.
import { expect, test } from "vitest";
import { PLACES } from "../contracts/places.gen";
import { findPlaces, leadsTo, type Place } from "./places";
import { plain } from "./plain";

const ALL: Place[] = PLACES.map(([code, name, within, also]) => ({
  code,
  name,
  within: within || null,
  also: also ? also.split("|") : [],
}));
const names = (typed: string) => findPlaces(typed, ALL).map((one) => one.name);

test("a beginning is enough, and accents are not asked for", () => {
  expect(names("leog")).toEqual(["Léogâne"]);
  expect(names("CAP-HA")).toEqual(["Cap-Haïtien"]);
  expect(names("anse a pit")).toEqual(["Anse-à-Pitres"]);
});
test("a word inside a name is found too, after those that begin so", () => {
  expect(names("gon")[0]).toBe("Gonaïves");
  expect(names("bouquets")).toEqual(["Croix-des-Bouquets"]);
});
test("what people call it, a landmark and its code find it", () => {
  expect(names("okap")).toEqual(["Cap-Haïtien"]);
  expect(names("pòtopr")).toEqual(["Port-au-Prince"]);
  expect(names("malpas")).toEqual(["Ganthier"]);
  expect(names("ht0511")).toEqual(["Gonaïves"]);
  expect(names("zzz")).toEqual([]);
});
test("a department stands before its communes, and few are offered", () => {
  expect(names("nord")[0]).toBe("Nord");
  expect(names("a").length).toBe(8);
});
test("what a language calls a place finds it as well as its own name", () => {
  const called = (place: Place) => (place.code === "HT05" ? "Latibonit" : place.name);
  expect(findPlaces("latib", ALL, called).map((one) => one.code)).toEqual(["HT05"]);
  expect(findPlaces("artib", ALL, called).map((one) => one.code)).toContain("HT05");
});
test("a route serves the place, what lies in it, and what it lies in", () => {
  const within = (code: string) => ALL.find((one) => one.code === code)?.within ?? null;
  expect(leadsTo("HT05", "HT0511", within)).toBe(true);
  expect(leadsTo("HT0511", "HT05", within)).toBe(true);
  expect(leadsTo("HT0511", "HT0511", within)).toBe(true);
  expect(leadsTo("HT0511", "HT0521", within)).toBe(false);
  expect(leadsTo("HT03", "HT0511", within)).toBe(false);
});
test("letters of any script stay", () => {
  expect(plain(" L'Estère – Kwadèboukè ")).toBe("l estere kwadebouke");
});
