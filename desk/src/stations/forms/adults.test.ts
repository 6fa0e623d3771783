// @vitest-environment happy-dom
// Questions for adults are not asked of a child: the worker is told who talks with children.
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cardNumber, receptionOf } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import { closeDesk, find, openDesk, scan, shown, station, tap, until } from "../../testing/screen";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
  journal.state.worker = { ...journal.state.worker!, places: ["forms"] };
});
afterEach(closeDesk);

test("a child is not asked the questions for adults; the worker is pointed to child protection", async () => {
  const page = gzipSync(JSON.stringify({ form: "<form>", model: "<model/>" })).toString("base64");
  const body = { form: "washington_group", number: 1, titles: { en: "Everyday life" }, xform: "aaaa", page };
  await journal.tell([{ kind: "screening.form_protection", body: { ...body, is_asked: true } }]);
  const child = { card: await cardNumber(4), age: 6 };
  journal.hear([{ kind: "people.reception", subject: await receptionOf(4), body: child }]);
  await station("forms");
  await tap("Everyday life");
  await scan("Card number", 4);
  await until(() => shown().includes("Bring the child to child protection"));
  expect(find('[data-testid="questions"]')).toBeNull();
});
