// @vitest-environment happy-dom
// Sent to a service: at the person's wish, item by item, with a yes to exactly that; offline, and taken back with one tap.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { entries } from "../../reading/rows";
import { cardNumber, FLIGHT, receptionOf, WORKERS } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import { button, closeDesk, openDesk, scan, shown, station, tap, type, until } from "../../testing/screen";

const LAWYERS = "0190a5c0-0000-7000-8000-0000000000c1";
const HOUSE = "0190a5c0-0000-7000-8000-0000000000c2";
const HOSPITAL = "0190a5c0-0000-7000-8000-0000000000c3";
let journal: FakeJournal;

beforeEach(async () => {
  vi.stubGlobal("fetch", async () => Response.json({}));
  journal = await openDesk();
  journal.state.worker = { ...WORKERS[0]!, reads: ["reception", "triage", "protection"] };
  const open = { place: "Blue gate, Rue 5", hours: "8-16", languages: ["ht"], is_active: true };
  journal.hear([
    { kind: "referrals.service", subject: LAWYERS, body: { name: "Lawyers", needs: ["legal_aid"], ...open } },
    { kind: "referrals.service", subject: HOUSE, body: { name: "The house", needs: ["shelter"], ...open } },
    { kind: "referrals.service", subject: HOSPITAL, body: { name: "Hospital", needs: ["medical"], ...open } },
  ]);
  await journal.tell([
    {
      kind: "people.reception",
      subject: await receptionOf(3),
      body: { card: await cardNumber(3), given_names: "Rose", age_group: "adult", phone: "37001122" },
      arrivals: [FLIGHT],
    },
  ]);
});
afterEach(() => {
  closeDesk();
  vi.unstubAllGlobals();
});

type Told = Record<string, unknown> & { id: string };
const told = (kind: string) => entries<Told>(kind) as Told[];

async function begin() {
  await station("screen");
  await scan("Card number", 3);
  await tap("Sent to a service");
  await tap("Send to a service");
  await until(() => shown().includes("What it is told"));
}
async function toTheHouse() {
  await begin();
  await tap(/^The house/);
  await tap("Name");
  await tap("What is asked for");
  await type("What is asked for, as it is told", "A bed tonight");
  await tap("Next: do they agree?");
  await until(() => shown().includes("May we tell this service"));
}

test("the yes names exactly what is told, and the referral rests on it", async () => {
  await toTheHouse();
  expect(shown()).toContain("A bed tonight");
  expect(shown()).not.toContain("37001122");
  await tap("Yes");
  const [consent] = told("people.consent_protection");
  const [referral] = told("referrals.referral_protection");
  expect(consent).toMatchObject({
    purpose: "service_referral",
    answer: "yes",
    service: HOUSE,
    items: ["name", "need"],
  });
  expect(referral).toMatchObject({
    service: HOUSE,
    need: "shelter",
    priority: "urgent",
    consent: consent!.id,
    items: { name: "Rose", need: "A bed tonight" },
  });
  expect(referral!.case).toMatch(/^[A-HJ-NP-Z2-9]{6}$/);
  expect(shown()).toContain("not sent yet");
});

test("a no tells the service nothing, and is kept as a no", async () => {
  await toTheHouse();
  await tap("No");
  expect(told("referrals.referral_protection")).toEqual([]);
  expect(told("people.consent_protection")[0]).toMatchObject({ answer: "no", service: HOUSE });
});

test("legal aid cannot be chosen before the person wishes it", async () => {
  await begin();
  expect(shown()).not.toContain("Lawyers");
  await tap("Ask: Contact with UNHCR or legal aid");
  await until(() => shown().includes("Do you wish to be in touch"));
  await tap("Yes");
  await until(() => shown().includes("Lawyers"));
  await tap(/^Lawyers/);
  await tap("Language");
  await type("Language, as it is told", "Kreyòl");
  await tap("Next: do they agree?");
  await tap("Yes");
  expect(told("referrals.referral_protection")[0]).toMatchObject({
    need: "legal_aid",
    items: { language: "Kreyòl" },
  });
});

test("nothing is chosen beforehand, and what is chosen has to be written", async () => {
  await begin();
  await tap(/^The house/);
  expect(button("Next: do they agree?").disabled).toBe(true);
  await tap("Where to find them");
  expect(button("Next: do they agree?").disabled).toBe(true);
  await type("Where to find them, as it is told", "Place B");
  expect(button("Next: do they agree?").disabled).toBe(false);
});

test("a health worker sends to a hospital behind the wall of health, and to no lawyer", async () => {
  journal.state.worker = { ...WORKERS[0]!, reads: ["reception", "triage", "health"] };
  await begin();
  expect(shown()).not.toContain("The house");
  expect(shown()).not.toContain("own wish");
  await tap(/^Hospital/);
  await tap("Name");
  await tap("Next: do they agree?");
  await tap("Yes");
  expect(told("people.consent_health")[0]).toMatchObject({ purpose: "medical_referral", items: ["name"] });
  expect(told("referrals.referral_health")).toHaveLength(1);
});

test("what they carry says a place and an hour, and never what for", async () => {
  await toTheHouse();
  await tap("Yes");
  const slip = document.querySelector(".slip")!.textContent!;
  expect(slip).toContain("Blue gate, Rue 5");
  expect(slip).not.toMatch(/house|sleep|Rose/);
});

test("taken back, it is closed, and the withdrawal names the yes and its service", async () => {
  await toTheHouse();
  await tap("Yes");
  const [yes] = told("people.consent_protection");
  await tap(/^They take it back/);
  expect(told("people.consent_protection").at(-1)).toMatchObject({
    answer: "withdrawn",
    service: HOUSE,
    withdraws: [yes!.id],
  });
  expect(shown()).toContain("taken back");
  expect(() => button(/^They take it back/)).toThrow();
});

test("undone within ten seconds, neither the yes nor the referral stands", async () => {
  await toTheHouse();
  await tap("Yes");
  await tap(/^Undo/);
  expect(told("referrals.referral_protection")).toEqual([]);
  expect(told("people.consent_protection")).toEqual([]);
});
