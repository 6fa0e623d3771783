// Nobody of the organisation that a complaint is about is offered; the numbers are what the hub makes of them.
import { expect, test } from "vitest";
import type { FocalPoint } from "../journal/api";
import { randomBytes } from "../journal/ids";
import { vectors } from "../testing/vectors";
import { codeHash, codeOf, inGroups, newCode, offered } from "./complaints";

const focal = (id: string, organisation: string | null): FocalPoint => ({
  id,
  name: id,
  organisation,
  of: "",
  where: "a door",
});
const ALL = [
  focal("paulette", "iom"),
  focal("magalie", "unhcr"),
  focal("dieuseul", "red cross"),
  focal("odile", "unhcr"),
  focal("alone", null),
];
const draws = (...at: number[]) => {
  let n = 0;
  return () => at[n++ % at.length]!;
};

test("two of two other organisations, whoever is drawn first", () => {
  for (const order of [
    [0.1, 0.2, 0.3, 0.4],
    [0.4, 0.3, 0.2, 0.1],
    [0.3, 0.1, 0.2, 0.4],
  ]) {
    const found = offered(ALL, "iom", draws(...order));
    expect(new Set(found.map(({ organisation }) => organisation))).toEqual(new Set(["unhcr", "red cross"]));
  }
});
test("two of one organisation where there is no other, one where there is one, none where there is none", () => {
  const two = offered([focal("a", "iom"), focal("b", "iom")], "unhcr", draws(0.5));
  expect(two.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(offered([focal("a", "iom"), focal("b", "unhcr")], "unhcr", draws(0.5))).toHaveLength(1);
  expect(offered([focal("a", "iom"), focal("nobody's", null)], "iom", draws(0.5))).toEqual([]);
});
test("where nobody knows whom it is about, anybody may be drawn", () => {
  const found = new Set(
    [0, 1, 2, 3, 4].flatMap((first) =>
      offered(ALL, null, draws(...ALL.map((_, at) => (at === first ? 0 : 0.5)))).map(({ id }) => id),
    ),
  );
  expect(found.size).toBe(ALL.length);
});
test("codes are twelve digits, each as likely as another", () => {
  expect(newCode((n) => new Uint8Array(n).fill(9))).toBe("9".repeat(12));
  let asked = 0;
  expect(newCode((n) => new Uint8Array(n).fill(asked++ ? 13 : 255))).toBe("3".repeat(12));
  expect(new Set(Array.from({ length: 20 }, () => newCode(randomBytes))).size).toBe(20);
  expect(inGroups("418007215530")).toBe("418 007 215 530");
});
test.each(
  vectors<{ typed: string; code: string | null; site: string; hash: string | null }[]>("complaint_code.json"),
)("what is kept of $typed is what the hub makes of it", async ({ typed, code, site, hash }) => {
  expect(codeOf(typed)).toBe(code);
  if (code) expect(await codeHash(code, site)).toBe(hash);
});
