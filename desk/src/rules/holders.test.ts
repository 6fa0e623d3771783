// The same cases as at the hub.
import { expect, test } from "vitest";
import { vectors } from "../testing/vectors";
import { pairs } from "./holders";

interface Case {
  keys: [string, string, boolean][];
  pairs: [string, string][];
}

test.each(vectors<Case[]>("holders.json"))("two people, one of them outside: %j", (one) => {
  const keys = one.keys.map(([id, holder, is_outside]) => ({ id, holder, is_outside }));
  expect(pairs(keys)).toEqual(one.pairs);
});
