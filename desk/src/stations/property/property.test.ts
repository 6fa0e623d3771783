// @vitest-environment happy-dom
// A bag's tag is tied to a card at the door, and the bag goes back to that card alone.

import { afterEach, beforeEach, expect, test } from "vitest";
import { plainTag } from "../../rules/property";
import type { FakeJournal } from "../../testing/fake_journal";
import {
  closeDesk,
  field,
  openDesk,
  scan,
  send,
  shown,
  station,
  tap,
  type,
  until,
} from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);

async function tag(text: string) {
  await type("Tag number", text);
  await send(field("Tag number").form);
}
async function tied(text: string, k: number) {
  await station("property");
  await tag(text);
  await scan("Card of the person", k);
  await until(() => shown().includes("is tied to card"));
}

test("a tag is one number however it is written", () => {
  expect(plainTag(" ht-0047 11 ")).toBe("HT004711");
});

test("a bag goes back to the card it was tied to, and to no other", async () => {
  await tied("HT 004711", 3);
  await tap("Hand back a bag");
  await tag("ht004711");
  await scan("Card of the person", 4);
  expect(shown()).toContain("Do not hand it over");
  expect(journal.entries("safety.tag_back").size).toBe(0);
  await scan("Card of the person", 3);
  expect(shown()).toContain("Bag HT004711 handed back to card");
  await tag("HT004711");
  expect(shown()).toContain("was handed back already");
});

test("a tag nobody tied is said to be so, and one tag is not tied to two cards", async () => {
  await tied("HT004711", 3);
  await tag("HT004711");
  expect(shown()).toContain("tied to another card already");
  await tap("Hand back a bag");
  await tag("HT009999");
  expect(shown()).toContain("knows of no such tag");
});
