// @vitest-environment happy-dom
// A phrase is said in another language and answered with a tap, on a locked tablet too; every card has its five sounds.

import { existsSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseRoute, route } from "../../shell/route";
import type { FakeJournal } from "../../testing/fake_journal";
import { button, closeDesk, find, openDesk, settle, shown, tap, until } from "../../testing/screen";
import { ANSWERS, CARDS, GROUPS, SPOKEN, soundOf } from "./phrases";

let journal: FakeJournal;
const follow = () => {
  route.value = parseRoute(location.hash);
};
beforeEach(async () => {
  location.hash = "";
  addEventListener("hashchange", follow);
  journal = await openDesk();
});
afterEach(() => {
  closeDesk();
  removeEventListener("hashchange", follow);
});
const cards = GROUPS.flatMap((group) => CARDS[group]);

test("there are forty cards, each in five languages with a sound of its own, and none says what hurts", () => {
  expect(cards).toHaveLength(40);
  const all = [...cards, ...ANSWERS];
  expect(new Set(all.map((one) => one.key)).size).toBe(44);
  for (const { key, words } of all)
    for (const spoken of SPOKEN) {
      expect(words[spoken]?.trim(), `${key} ${spoken}`).toBeTruthy();
      expect(words[spoken], `${key} ${spoken}`).not.toMatch(/[!¡]|deport|déport|ilegal|illegal|illégal/i);
      expect(existsSync(`public/audio/${soundOf(key, spoken)}`), soundOf(key, spoken)).toBe(true);
    }
});

test("on a locked tablet a phrase is shown in their language, and their answer in the worker's", async () => {
  journal.changeWorker();
  await settle();
  await tap("Speak for me");
  await until(() => shown().includes("They speak"));
  await tap("Português");
  await tap("Are you hurt?");
  expect(find("[data-testid='theirs']")?.textContent).toBe("Você tem algum ferimento?");
  await tap("Não");
  expect(shown()).toContain("They answer: No");
  expect(button("Não").getAttribute("aria-pressed")).toBe("true");
  await tap("Another phrase");
  await tap("Whose child is this?");
  expect(shown()).toContain("The answer");
  expect(shown()).not.toContain("They answer");
  expect(journal.batches).toEqual([]);
});

test("whoever works here opens it beside their stations, and comes back to them", async () => {
  await tap("Speak for me");
  await until(() => shown().includes("They speak"));
  await tap("Back");
  await until(() => shown().includes("Where do you work?"));
});
