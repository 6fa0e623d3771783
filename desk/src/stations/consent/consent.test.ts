// @vitest-environment happy-dom
// Asked one thing at a time, in the person's language; a no and a withdrawal are one tap, and nothing asks by itself.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readOut as creole } from "../../contracts/read_out.ht.gen";
import { entries } from "../../reading/rows";
import { cardNumber, FLIGHT, receptionOf, WORKERS } from "../../testing/cast";
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
  until,
} from "../../testing/screen";

let journal: FakeJournal;
/** The team's own files at the hub, name -> revision; of a text the words. */
let own: Record<string, string>;

beforeEach(async () => {
  own = {};
  vi.stubGlobal("fetch", async (address: string) => {
    const name = address.split("/").at(-1)!;
    return name.startsWith("recordings.json") ? Response.json(own) : new Response(own[name]);
  });
  journal = await openDesk();
});
afterEach(() => {
  closeDesk();
  vi.unstubAllGlobals();
});

const CALL = "A call later";
const words = () => find("[data-testid='recorded-words']")?.textContent ?? "";
const answers = () => entries<Record<string, unknown>>("people.consent");
const last = () => answers().at(-1);

async function ask(k: number, purpose = CALL) {
  await station("cards");
  await scan("Card number", k);
  await tap("Consent");
  await tap(`Ask: ${purpose}`);
}
async function knows(k: number, body: Record<string, unknown>) {
  const card = await cardNumber(k);
  await journal.tell([
    { kind: "people.reception", subject: await receptionOf(k), body: { card, ...body }, arrivals: [FLIGHT] },
  ]);
}

test("the question stands in the person's language, not in the worker's, and what was read out is told", async () => {
  await knows(3, { age_group: "adult", languages: ["ht"] });
  await ask(3);
  await until(() => words() === creole["recorded.follow_up_call"]);
  await tap("Yes");
  expect(last()).toMatchObject({
    subject: await receptionOf(3),
    purpose: "follow_up_call",
    answer: "yes",
    how: "said",
    language: "ht",
    is_interpreted: false,
    notice: creole["version.follow_up_call"],
    worker: WORKERS[0]!.id,
  });
  expect(shown()).toContain("A call later: Yes");
});

const wishes = () => entries<Record<string, unknown>>("feedback.call_wish");
const agrees = async () => {
  await knows(3, { age_group: "adult", languages: ["ht"], given_names: "Rose", phone: "3700 11-22" });
  await ask(3);
  await tap("Yes");
};

test("after a yes to a call the number is asked for, whose it is, when it is safe, and a word of their own", async () => {
  await agrees();
  expect(button("Keep it").disabled).toBe(true);
  await tap("A relative's");
  await tap("Evening, 17–21");
  await tap("Morning, 8–12");
  await type("A word that only they know", " zaboka ");
  await tap("Keep it");
  expect(wishes()).toHaveLength(1);
  expect(wishes()[0]).toMatchObject({
    reception: await receptionOf(3),
    number: "37001122",
    whose: "family",
    hours: ["morning", "evening"],
    language: "ht",
    word: "zaboka",
    call_me: "Rose",
  });
  // It is of no person and no arrival, so that it can go by itself.
  expect(wishes()[0]!.subject).toBe(wishes()[0]!.id);
  expect(shown()).not.toContain("zaboka");
});

test("without a number there is no call, and it can be said later", async () => {
  await agrees();
  await tap("Without a number: no call");
  expect(wishes()).toEqual([]);
  await tap("Number and word");
  await type("Phone number", "12");
  expect(shown()).toContain("Six to fifteen digits");
});

test("a child is not called: whoever is with them is asked", async () => {
  await aFamilyOfTwo();
  await station("cards");
  await scan("Card number", 4);
  await tap("Consent");
  expect(() => button(`Ask: ${CALL}`)).toThrow();
  expect(shown()).toContain("A child is not called.");
});

test("a team's own words are another version, and so is its voice", async () => {
  await knows(3, { age_group: "adult", languages: ["ht"] });
  own = { "follow_up_call.ht.txt": "Èske nou ka rele w?", "follow_up_call.ht.mp3": "b2b2b2b2" };
  await ask(3);
  await until(() => words() === "Èske nou ka rele w?");
  await tap("Yes");
  expect(last()?.notice).toBe("Èske nou ka rele w?.b2b2b2b2");
});

test("yes and no are equally large, and neither is chosen beforehand", async () => {
  await knows(3, { age_group: "adult" });
  await ask(3);
  const [no, yes] = [button("No"), button("Yes")];
  expect(no.className).toBe(yes.className);
  expect(no.getAttribute("aria-pressed") ?? yes.getAttribute("aria-pressed")).toBeNull();
});

test("going back tells nothing: what nobody answered is a no", async () => {
  await knows(3, { age_group: "adult" });
  await ask(3);
  await tap("Back");
  expect(answers()).toEqual([]);
  expect(shown()).toContain("Not asked, which is a no");
});

test("a no can be asked again, a yes can be taken back, and the withdrawal names it", async () => {
  await knows(3, { age_group: "adult" });
  await ask(3);
  await tap("No");
  await tap(`Ask: ${CALL}`);
  await tap("An interpreter helps");
  await tap("Yes");
  await tap("Without a number: no call");
  const agreed = last()!;
  expect(agreed.is_interpreted).toBe(true);
  await tap(`They take it back: ${CALL}`);
  expect(last()).toMatchObject({ answer: "withdrawn", withdraws: [agreed.id] });
  expect(shown()).toContain("Taken back,");
  await tap(/^Undo/);
  await until(() => shown().includes("Yes,"));
});

test("for a child somebody answers, and says who they are; a no needs nothing", async () => {
  await aFamilyOfTwo();
  await ask(4, "Contact with family");
  expect(button("Somebody answers for them").getAttribute("aria-pressed")).toBe("true");
  expect(button("Yes").disabled).toBe(true);
  expect(button("No").disabled).toBe(false);
  await tap("A parent");
  await tap("Yes");
  expect(last()).toMatchObject({ how: "proxy", proxy: "parent", proxy_why: "child", answer: "yes" });
});

test("a card that was met first by being asked becomes known", async () => {
  await ask(7);
  await tap("No");
  expect(journal.records("people.reception").get(await receptionOf(7))?.card).toBe(await cardNumber(7));
});

test("a household's card is several people: they are asked nothing", async () => {
  await knows(3, { is_token: true });
  await station("cards");
  await scan("Card number", 3);
  expect(() => button("Consent")).toThrow();
});

test("registering and serving ask for nothing", async () => {
  await aFamilyOfTwo();
  expect(answers()).toEqual([]);
});
