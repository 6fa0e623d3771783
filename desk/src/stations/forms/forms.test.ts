// @vitest-environment happy-dom
// Which forms a worker may ask, and what is told of the answers.
import { gzipSync } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { goToWork, setLanguage } from "../../languages";
import { readCard } from "../../reading/cards";
import { type AskedForm, askedForms, pageOf, titleOf } from "../../reading/forms";
import { aDay, cardNumber } from "../../testing/cast";
import { type FakeJournal, fakeJournal } from "../../testing/fake_journal";
import { setJournal } from "../../the_journal";
import { begunForm, notFinished } from "./begun";
import { answered, answersOf } from "./facts";

let journal: FakeJournal;
const page = gzipSync(JSON.stringify({ form: "<form>", model: "<model/>" })).toString("base64");

beforeEach(async () => {
  await setLanguage("en");
  await goToWork();
  journal = fakeJournal(await aDay());
  setJournal(journal);
});

function published(kind: string, form: string, number: number, is_asked = true) {
  const titles = { ht: `${form} ht`, en: `${form} ${number}` };
  return journal.tell([{ kind, body: { form, number, titles, xform: "aaaa", page, is_asked } }]);
}
const asked = () => askedForms().map((one) => [one.wall, titleOf(one)]);

test("the newest version of each form is asked, each behind its wall", async () => {
  await published("screening.form", "feedback", 1);
  await published("screening.form_protection", "talk", 2);
  await published("screening.form_protection", "talk", 1);
  expect(asked()).toEqual([
    ["reception", "feedback 1"],
    ["protection", "talk 2"],
  ]);
});

test("a form that is asked no longer is not offered, until it is again", async () => {
  await published("screening.form", "feedback", 1);
  await published("screening.form", "feedback", 2);
  await published("screening.form", "feedback", 2, false);
  expect(asked()).toEqual([]);
  await published("screening.form", "feedback", 2);
  expect(asked()).toEqual([["reception", "feedback 2"]]);
});

test("its page is unpacked as it was packed", async () => {
  await published("screening.form", "feedback", 1);
  expect(await pageOf(askedForms()[0]!)).toEqual({ form: "<form>", model: "<model/>" });
});

test("what was answered is told by its path, behind the wall of the form", async () => {
  await published("screening.form_protection", "talk", 1);
  const form = askedForms()[0]!;
  const instance =
    "<data><tonight><where> friend </where><why/></tonight><speaks>ht es</speaks><meta><instanceID>1</instanceID></meta></data>";
  const answers = answersOf(instance);
  expect(answers).toEqual({ "tonight/where": "friend", speaks: "ht es" });
  const card = await readCard(await cardNumber(3));
  const drafts = answered(card, form, { answers, language: "ht", interpreter: "phone" });
  expect(drafts.at(-1)).toMatchObject({
    kind: "screening.answer_protection",
    subject: card.reception,
    body: { version: form.id, answers, language: "ht", interpreter: "phone" },
  });
});

test("a form that was begun is kept in memory for this worker alone, once something was answered", async () => {
  await published("screening.form_protection", "talk", 1);
  const form: AskedForm = askedForms()[0]!;
  const card = await readCard(await cardNumber(3));
  const { begun } = begunForm({ card, form, language: "ht", interpreter: "nobody" });
  expect(notFinished()).toEqual([]);
  begun.instance = "<data><speaks>ht</speaks></data>";
  expect(notFinished().map(([, one]) => one.instance)).toEqual([begun.instance]);
  journal.state.worker = { ...journal.state.worker!, id: "somebody else" };
  expect(notFinished()).toEqual([]);
});

test("not fit to travel is told to the door once, without why, and ended by a later check", async () => {
  await published("screening.form_health", "our_check", 1);
  await published("screening.form", "feedback", 1);
  const card = await readCard(await cardNumber(3));
  const told = (form: AskedForm, fit_to_travel: string) =>
    answered(card, form, {
      answers: { "end/fit_to_travel": fit_to_travel, in_pain: "yes" },
      language: "ht",
      interpreter: "nobody",
    }).filter(({ kind }) => kind === "screening.ask_first");
  const check = askedForms().find(({ wall }) => wall === "health")!;
  expect(told(check, "yes")).toEqual([]);
  const [asks, ...more] = told(check, "no");
  expect(more).toEqual([]);
  expect(asks!.body).toEqual({ is_asked: true });
  await journal.tell([asks!]);
  expect(told(check, "no")).toEqual([]);
  expect(told(check, "with_escort").map(({ body }) => body)).toEqual([{ is_asked: false }]);
  expect(told(askedForms().find(({ wall }) => wall === "reception")!, "yes")).toEqual([]);
});
