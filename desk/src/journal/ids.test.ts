import { expect, test } from "vitest";
import { idBytes, idText, newId, randomBytes } from "./ids";

test("an id says its moment, its version and its variant", () => {
  const id = newId(0x017f22e279b0, () => new Uint8Array(10).fill(0xff));
  expect(id).toBe("017f22e2-79b0-7fff-bfff-ffffffffffff");
  expect(idText(idBytes(id))).toBe(id);
});

test("ids of later moments sort after earlier ones, and two of one moment differ", () => {
  const ids = [1, 2, 3_000_000_000_000].map((now) => newId(now, randomBytes));
  expect([...ids].sort()).toEqual(ids);
  expect(newId(5, randomBytes)).not.toBe(newId(5, randomBytes));
});
