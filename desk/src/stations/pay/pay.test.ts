// @vitest-environment happy-dom
// Money as a cashier pays it: with a second one there, out of sight, on a receipt that stands for itself.
import { afterEach, beforeEach, expect, test } from "vitest";
import { debts, stillOwed } from "../../reading/cash";
import { entries } from "../../reading/rows";
import { cardNumber, receptionOf, WORKERS } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import {
  aFamilyOfTwo,
  button,
  closeDesk,
  find,
  openDesk,
  scan,
  shown,
  station,
  tap,
  type,
} from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
  const cashier = { ...WORKERS[0]!, places: [...WORKERS[0]!.places, "pay"], reads: ["reception", "cash"] };
  journal.state.worker = cashier;
  journal.state.workers = [cashier, ...WORKERS.slice(1)];
});
afterEach(closeDesk);

const PROGRAMME = "0190a5c0-0000-7000-8000-000000000051";
async function aProgramme(per = "person", amount = "10000") {
  const names = { ht: "Premye jou yo", fr: "Premiers jours", es: "Primeros días", en: "First days" };
  const everybody = { sex: null, age_from: null, age_to: null, hows: [], with_voucher: false, until: null };
  const cash = [{ amount, currency: "HTG", per, often: "once", every_hours: null }];
  const body = { names, since: "2021-09-01", ...everybody, items: [], cash };
  await journal.tell([{ kind: "assistance.programme", subject: PROGRAMME, body }]);
}
async function choose(id: string, value: string) {
  const select = find<HTMLSelectElement>(`#${id}`)!;
  select.value = value;
  select.dispatchEvent(new Event("change"));
}
async function second() {
  await choose("float-second-worker", WORKERS[1]!.id);
  await type("Their PIN", "123456");
}
async function aFloat(amount = "20000") {
  await station("pay");
  await tap("My float");
  await tap("Open a float");
  await type("Amount", amount);
  await second();
  await tap("That is right");
  await tap("Back");
}
const balance = () => entries("assistance.float").length;
const left = () => stillOwed.value.map((one) => one.left);

test("what is due is promised, paid in part, and the rest stays owed with its receipt", async () => {
  await aProgramme();
  await aFloat();
  await scan("Card number", 3);
  await tap(/^Money is due \(HTG\)/);
  expect(shown()).not.toContain("10000");
  await tap("Make the receipt");
  expect(left()).toEqual([1_000_000]);
  await tap("A part");
  await type("Paid now, HTG", "5000");
  await tap("The money is handed over");
  expect(left()).toEqual([500_000]);
  expect(shown()).not.toContain("5000");
  await tap("Done");
  expect(shown()).toContain("paid in part");
  expect(shown()).toContain("HTG: nothing more.");
  await tap("Pay");
  await tap("The money is handed over");
  expect(stillOwed.value).toEqual([]);
  expect(entries<{ float: string }>("assistance.payment").every((one) => one.float)).toBe(true);
});

test("one alone pays nothing by hand: it stays owed, with a receipt", async () => {
  await aProgramme();
  await station("pay");
  await scan("Card number", 3);
  await tap(/^Money is due/);
  await tap("Make the receipt");
  expect(shown()).toContain("Nothing is paid by hand now");
  expect(button("The money is handed over").disabled).toBe(true);
  await tap("Back");
  expect(shown()).toContain("Keep this receipt.");
  expect(entries("assistance.payment")).toEqual([]);
});

test("when the second one goes nothing is paid until somebody gives their PIN", async () => {
  await aFloat();
  await tap("My float");
  await tap("I am alone now");
  expect(shown()).toContain("You are alone");
  await tap("There are two of us");
  await choose("float-second-worker", WORKERS[1]!.id);
  await type("Their PIN", "000000");
  await tap("That is right");
  expect(balance()).toBe(2);
  await type("Their PIN", "123456");
  await tap("That is right");
  expect(shown()).not.toContain("You are alone");
});

test("a float that is closed with less says why, and balances when it is all there", async () => {
  await aFloat("100");
  await tap("My float");
  await tap("Close it");
  await type("How much you counted", "90");
  await second();
  await tap("That is right");
  expect(shown()).toContain("What was counted differs");
  await choose("float-reason", "false_note");
  await type("Their PIN", "123456");
  await tap("That is right");
  expect(entries("assistance.float").at(-1)).toMatchObject({
    what: "closed",
    amount: "90.00",
    reason: "false_note",
  });
  expect(shown()).toContain("there is a difference");
});

test("a receipt's code is enough where nobody is known, and a wrong one says so", async () => {
  await aProgramme();
  await station("pay");
  await scan("Card number", 3);
  await tap(/^Money is due/);
  await tap("Make the receipt");
  await tap("Back");
  await tap("Done");
  await tap("Done");
  const { code } = debts.value[0]!;
  await type("Code of a receipt", `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`);
  await tap("Find");
  expect(shown()).toContain("This tablet does not know this receipt.");
  await type("Code of a receipt", `${code.slice(0, 4)} ${code.slice(4)}`);
  await tap("Find");
  expect(find("[data-station=pay] h1")?.textContent).toBe("Pay");
});

test("a family names who is paid, or two who split it", async () => {
  await aFamilyOfTwo();
  await aProgramme("family");
  const daughter = await receptionOf(4);
  await station("pay");
  await scan("Card number", 4);
  await tap(/^Money is due/);
  // A child stands here: the one adult is named, and no child is.
  expect([...find("[aria-labelledby=named]")!.querySelectorAll("button")].length).toBe(1);
  await journal.tell([{ kind: "people.reception", subject: daughter, body: { age: 24 } }]);
  await tap(/^Rose /);
  await tap(/^Naïma /);
  const part = find<HTMLInputElement>("#promise-part")!;
  part.value = "4000";
  part.dispatchEvent(new Event("input"));
  await tap("Make the receipt");
  expect(left()).toEqual([400_000, 600_000]);
  expect(debts.value.map((one) => one.card)).toEqual([await receptionOf(3), daughter]);
});

test("more than is owed is not paid", async () => {
  await aFloat();
  await scan("Card number", 3);
  await tap("A promise");
  await type("Amount", "12.50");
  await tap("Make the receipt");
  await tap("A part");
  await type("Paid now, HTG", "13");
  await tap("The money is handed over");
  expect(shown()).toContain("This is more than is owed.");
  expect(left()).toEqual([1250]);
  expect(await cardNumber(3)).toBeTruthy();
});
