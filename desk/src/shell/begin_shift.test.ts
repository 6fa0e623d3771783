// @vitest-environment happy-dom
// A day badge on the sign-in screen: a language, a PIN twice, a first name for whoever wishes, and the volunteer works.

import { afterEach, beforeEach, expect, test } from "vitest";
import { DAY_BADGE_UNKNOWN } from "../contracts/errors.gen";
import { DeskError } from "../journal/api";
import { VOLUNTEER, WORKERS } from "../testing/cast";
import type { FakeJournal } from "../testing/fake_journal";
import { closeDesk, field, find, openDesk, send, shown, tap, type, until } from "../testing/screen";

const DAY = "AD:7:ABCDEFGHIJKLMNOPQRSTUVW2";
let journal: FakeJournal;

beforeEach(async () => {
  journal = await openDesk();
  journal.changeWorker();
  await until(() => shown().includes("Who works here now?"));
});
afterEach(closeDesk);

async function scans(text = DAY) {
  await type("Badge", text);
  await send(field("Badge").form);
}
async function choosesPin(pin: string, again = pin) {
  await type("Choose a PIN of six digits", pin);
  await send(field("Choose a PIN of six digits").form);
  await type("The same PIN again", again);
  await send(field("The same PIN again").form);
}

test("scanned, a language, the same PIN twice: Volunteer 7 works, in that language", async () => {
  await scans();
  await until(() => find("[data-station='begin-shift']"));
  await tap("English");
  expect(shown()).toContain("Day badge 7");
  await choosesPin("738201");
  await until(() => find("[data-station='home']"));
  expect(journal.state.worker).toMatchObject({ short_name: "Volunteer 7", languages: ["en"] });
});

test("a first name is asked of whoever wishes", async () => {
  await scans();
  await tap("English");
  await type("First name, if you wish", "Marie");
  await choosesPin("738201");
  expect(journal.state.worker?.short_name).toBe("Volunteer 7 · Marie");
});

test("two PINs that differ, and one that is easy to guess, are chosen again, and nobody works before", async () => {
  await scans();
  await tap("English");
  await type("First name, if you wish", "Marie");
  await choosesPin("738201", "738202");
  expect(shown()).toContain("The two PINs are not the same.");
  await choosesPin("123456");
  expect(shown()).toContain("This PIN is easy to guess.");
  expect(journal.state.phase).toBe("locked");
  await choosesPin("738201");
  expect(journal.state.worker?.short_name).toBe("Volunteer 7 · Marie");
});

test("a badge that made somebody already asks for their PIN, and a dead one says so at once", async () => {
  journal.state.workers = [...WORKERS, { ...VOLUNTEER, short_name: "Volontè 7", day_badge: 7 }];
  await scans();
  expect(shown()).toContain("Volontè 7");
  expect(field("PIN")).toBeTruthy();
  await tap("Another worker");
  journal.bearerOf = async () => {
    throw new DeskError(DAY_BADGE_UNKNOWN);
  };
  await scans(DAY.replace("7", "8"));
  expect(shown()).toContain("This day badge is not valid here.");
  expect(find("[data-station='sign-in']")).not.toBeNull();
});
