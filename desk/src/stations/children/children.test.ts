// @vitest-environment happy-dom
// A lone child from first sight to hand-over: with somebody at every moment, let go by child protection alone, named to few.

import { afterEach, beforeEach, expect, test } from "vitest";
import { careOf, inCare, situationOf } from "../../reading/children";
import { exits, isAChild, reception } from "../../reading/people";
import { entries } from "../../reading/rows";
import { cardNumber, receptionOf, WORKERS } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import {
  aFamilyOfTwo,
  button,
  closeDesk,
  field,
  find,
  markup,
  openDesk,
  scan,
  send,
  settle,
  shown,
  station,
  tap,
  type,
  until,
} from "../../testing/screen";

const [MIRLANDE, JUDE] = WORKERS.map((one) => one.id) as [string, string];
const HANDS_OVER = "form#hand-over";

let journal: FakeJournal;
let naima: string;
beforeEach(async () => {
  journal = await openDesk();
  naima = await receptionOf(4);
});
afterEach(closeDesk);

/** A clerk: reads nothing that is told of children. */
function aClerkWorks() {
  journal.state.worker = {
    ...WORKERS[1]!,
    places: WORKERS[1]!.places.filter((place) => place !== "children"),
    reads: ["reception", "assistance"],
  };
}
async function aChild(k = 4, more: Record<string, unknown> = {}) {
  const body = { card: await cardNumber(k), given_names: "Naïma", age: 6, age_group: "child", ...more };
  journal.hear([{ kind: "people.reception", subject: await receptionOf(k), body }]);
}
const minutesAgo = (n: number) => new Date(Date.now() - n * 60_000).toISOString();
function held(k: string, holder: string | null, at = minutesAgo(1)) {
  const body = { by_pin: true, ...(holder ? { holder, place: "hall" } : {}) };
  journal.hear([{ kind: "children.hold", subject: k, at, body }]);
}
async function choose(name: string) {
  await until(() => find("select"));
  const select = find<HTMLSelectElement>("select#hand-over-worker, select#release-worker")!;
  select.selectedIndex = [...select.options].findIndex((one) => one.text === name);
  select.dispatchEvent(new Event("change"));
  await settle();
}
async function openChild(k = 4) {
  await station("children");
  await scan("Card number", k);
  await until(() => find('[data-testid="person"]'));
}

test("one tap at Register says that a child is alone, and whoever says it stays with them", async () => {
  await aChild();
  await station("register");
  await scan("Card of the person", 4);
  await tap("Alone: I stay with them");
  expect(careOf(naima)).toMatchObject({ is_held: true, holder: MIRLANDE });
  expect(entries<{ tag: string }>("screening.child_need").map((one) => one.tag)).toEqual(["alone"]);
  expect(situationOf(reception(naima)!)).toBe("unaccompanied");
  expect(shown()).toContain("With Mirlande");
});

test("whoever is with a child does not end their shift before the next worker takes over with their PIN", async () => {
  await aChild();
  held(naima, MIRLANDE);
  await station("home");
  await tap(/Change worker/);
  await until(() => find(HANDS_OVER));
  expect(journal.state.phase).toBe("open");
  expect([...find<HTMLSelectElement>("#hand-over-worker")!.options].map((one) => one.text)).not.toContain(
    "Mirlande",
  );
  await choose("Jude");
  await type("Their PIN", "999999");
  await send(find(HANDS_OVER));
  expect(shown()).toContain("The PIN is not right.");
  expect([careOf(naima).holder, journal.state.phase]).toEqual([MIRLANDE, "open"]);
  await tap("Back");
  expect(journal.state.phase).toBe("open");
  await tap(/Change worker/);
  await until(() => find(HANDS_OVER));
  await choose("Jude");
  await type("Their PIN", "123456");
  await send(find(HANDS_OVER));
  expect([careOf(naima).holder, journal.state.phase]).toEqual([JUDE, "locked"]);
});

test("whoever is with nobody changes at once", async () => {
  await aChild();
  held(naima, JUDE);
  await tap(/Change worker/);
  expect(journal.state.phase).toBe("locked");
});

test("nobody is given a child without their PIN", async () => {
  await aChild();
  held(naima, JUDE);
  journal.hear([{ kind: "children.hold", subject: naima, body: { holder: WORKERS[2]!.id, by_pin: false } }]);
  expect(careOf(naima).holder).toBe(JUDE);
});

test("into the child-friendly space and out of it a child is handed over, brothers and sisters together", async () => {
  await aChild();
  await aChild(5, { family: naima, given_names: "Kervens", age: 9 });
  held(naima, MIRLANDE);
  held(await receptionOf(5), MIRLANDE);
  await openChild();
  await tap("Hand over");
  expect(find('[data-station="hand-over"]')!.textContent).toContain("Kervens");
  await tap("In the child-friendly space");
  await choose("Sœur Anne");
  await type("Their PIN", "123456");
  await send(find(HANDS_OVER));
  for (const id of [naima, await receptionOf(5)])
    expect(careOf(id)).toMatchObject({ holder: WORKERS[2]!.id, place: "space" });
});

test("with nobody for five minutes it is said on every page of those who act on it, with the minutes, and to no clerk", async () => {
  await aChild();
  held(naima, null, minutesAgo(4));
  await station("serve");
  await settle();
  expect(find('[data-testid="alarm"]')).toBeNull();
  journal.hear([{ kind: "children.ask_first", subject: naima, body: { is_asked: false } }]);
  held(naima, null, minutesAgo(7.5));
  await until(() => find('[data-testid="alarm"]'));
  expect(find('[data-testid="alarm"]')!.textContent).toContain("1 child with nobody for 7 min");
  aClerkWorks();
  await settle();
  expect(find('[data-testid="alarm"]')).toBeNull();
});

test("a child with nobody calls child protection once, by sound and vibration, and no other tablet", async () => {
  const buzzed: unknown[] = [];
  Object.defineProperty(navigator, "vibrate", {
    value: (pattern: unknown) => buzzed.push(pattern),
    configurable: true,
  });
  const protection = journal.state.worker!;
  journal.state.worker = { ...protection, reads: ["reception", "assistance", "safety"] };
  await aChild();
  await station("children");
  held(naima, null, minutesAgo(6));
  await until(() => find('[data-testid="alarm"]'));
  expect(buzzed).toHaveLength(0);
  journal.state.worker = protection;
  await until(() => buzzed.length > 0);
  // Whatever else is heard meanwhile.
  await aChild(5);
  await settle();
  expect(buzzed).toHaveLength(1);
});

test("a worker who has left the site is with nobody", async () => {
  await aChild();
  held(naima, WORKERS[2]!.id, minutesAgo(6));
  expect(inCare.value.map((one) => one.unheldSince)).toEqual([null]);
  journal.state.workers = WORKERS.slice(0, 2);
  await until(() => find('[data-testid="alarm"]'));
});

test("the tag that a child is alone, seen in passing, calls somebody", async () => {
  await aChild();
  await station("serve");
  await scan("Card number", 4);
  await tap("Private talk, or seen soon");
  await tap("A child alone");
  expect(careOf(naima)).toMatchObject({ is_held: true, holder: null });
});

test("joining a family ends nothing: the child stays beside the recorded carer, and others are told to ask, no name said", async () => {
  await aFamilyOfTwo();
  held(naima, MIRLANDE);
  aClerkWorks();
  await station("leave");
  await scan("Card number", 3);
  expect(markup()).not.toContain("Naïma");
  await tap("Back");
  await scan("Card number", 4);
  expect(shown()).toContain("Ask child protection");
  expect(markup()).not.toMatch(/Rose|Naïma/);
  expect(() => button("By own wish")).toThrow();
  expect(exits.value.size).toBe(0);
});

test("an ambulance waits for nobody", async () => {
  await aFamilyOfTwo();
  held(naima, MIRLANDE);
  aClerkWorks();
  await station("leave");
  await scan("Card number", 4);
  await tap("Hospital");
  expect(exits.value.size).toBe(1);
  expect(entries<{ to: string }>("children.release").map((one) => one.to)).toEqual(["ambulance"]);
});

test("two answers on custody: the child stays, and no other station names who claims them", async () => {
  await aFamilyOfTwo();
  const tante = await receptionOf(5);
  await aChild(5, { given_names: "Tante Marie", age: 40, age_group: "adult" });
  journal.hear([{ kind: "children.carer", subject: naima, body: { carer: tante } }]);
  aClerkWorks();
  await station("leave");
  await scan("Card number", 4);
  expect(shown()).toContain("Ask child protection");
  expect(markup()).not.toMatch(/Rose|Marie|Naïma/);
  await station("register");
  await scan("Card of the person", 4);
  await until(() => shown().includes("Ask child protection"));
  expect(shown()).not.toMatch(/Rose|Marie/);
});

test("child protection alone ends that a child is alone, and says why", async () => {
  await aFamilyOfTwo();
  held(naima, MIRLANDE);
  await openChild();
  expect(button("The child is no longer alone").disabled).toBe(true);
  await type("What was decided, and why", "Her mother was in the ambulance.");
  await tap("The child is no longer alone");
  expect(careOf(naima).is_asked).toBe(false);
  await station("leave");
  await scan("Card number", 3);
  await tap(/^Naïma/);
  await tap("By own wish");
  expect(exits.value.size).toBe(2);
});

test("a parent who refuses is recorded as that, and the child is unaccompanied", async () => {
  await aChild();
  await openChild();
  await tap("Mother or father");
  expect(situationOf(reception(naima)!)).toBe("accompanied");
  await tap("The father");
  expect(situationOf(reception(naima)!)).toBe("unaccompanied");
});

test("an age in dispute is a child's, at every station", async () => {
  await aChild(4, { age: 19, age_group: "adult" });
  expect(isAChild(reception(naima))).toBe(false);
  await openChild();
  await tap("Age in dispute: a child");
  aClerkWorks();
  await station("leave");
  await scan("Card number", 4);
  expect(shown()).toContain("Ask child protection");
});

test("of two answers about the age one under 18 is enough", async () => {
  await aChild(4, { age: 19, age_group: "adult" });
  await aChild(4, { age: 17, age_group: "adult" });
  expect(isAChild(reception(naima))).toBe(true);
});

test("a child who is a mother leaves with nobody in her arms without a release", async () => {
  const mother = await receptionOf(5);
  await aChild(5, { given_names: "Lovely", age: 16 });
  await aChild(4, { age: 0, age_group: "baby" });
  journal.hear([{ kind: "children.carer", subject: naima, body: { carer: mother } }]);
  await station("leave");
  await scan("Card number", 5);
  await tap(/^Naïma/);
  await tap("By own wish");
  expect(exits.value.size).toBe(0);
  expect(shown()).toContain("Release 2 children");
});

async function somebodyComes(name: string) {
  await tap("Somebody comes for the child");
  await type("Name of who comes", name);
  await tap("Relative");
}

test("a wrong adult is written down and takes nobody; the right one does, with a second worker's PIN", async () => {
  await aChild();
  held(naima, MIRLANDE);
  await openChild();
  await somebodyComes("Jean");
  await tap("Paper says otherwise");
  expect(button("May take the child").disabled).toBe(true);
  await tap("Turned away");
  await until(() => shown().includes("Turned away: Jean"));
  await somebodyComes("Tante Marie");
  await tap("Paper seen");
  await tap("May take the child");

  await station("leave");
  await scan("Card number", 4);
  await tap("By own wish");
  await type("Name of the adult", "Jean");
  await choose("Jude");
  await type("Their PIN", "123456");
  await tap("I saw a paper with this name");
  expect(button("Release the child").disabled).toBe(true);
  await tap("May take the child: Tante Marie");
  expect(button("Release the child").disabled).toBe(false);
  await send(find("form#release"));
  expect(exits.value.size).toBe(1);
  const came = entries<{ name: string }>("children.came_for").find((one) => one.name === "Tante Marie")!;
  expect(entries<{ came_for: string }>("children.release")[0]!.came_for).toBe(came.id);
  expect(inCare.value).toEqual([]);
});

test("without a paper it takes that the child knows them, answers that agree, two contacts and the reason", async () => {
  await aChild();
  await openChild();
  await somebodyComes("Tante Marie");
  await tap("No paper");
  const yes = (question: string) =>
    find<HTMLButtonElement>(`[role="group"][aria-label="${question}"] button`)!.click();
  yes("The child knows them");
  yes("Their answers agree");
  await type("Contact 1", "Grandmother");
  await type("Contact 2", "Pastor");
  expect(button("May take the child").disabled).toBe(true);
  await type("Why", "Both say the same of the house.");
  expect(button("May take the child").disabled).toBe(false);
  await type("Contact 2", "");
  expect(button("May take the child").disabled).toBe(true);
});

test("who was sent away later takes nobody either", async () => {
  await aChild();
  held(naima, MIRLANDE);
  const came = { name: "Jean", says_to_be: "relative", identity: "seen" };
  journal.hear([
    { kind: "children.came_for", subject: naima, body: { ...came, outcome: "may_take" } },
    { kind: "children.came_for", subject: naima, body: { ...came, outcome: "turned_away" } },
  ]);
  await station("leave");
  await scan("Card number", 4);
  await tap("By own wish");
  expect(() => button(/^May take the child/)).toThrow();
});

test("a child whom nobody asks about goes with a named adult whose paper was seen, never without", async () => {
  await aChild();
  await station("leave");
  await scan("Card number", 4);
  await tap("By own wish");
  await type("Name of the adult", "Tante Marie");
  await choose("Jude");
  await type("Their PIN", "123456");
  expect(button("Release the child").disabled).toBe(true);
  await tap("I saw a paper with this name");
  expect(button("Release the child").disabled).toBe(false);
});

test("brothers and sisters leave together, or somebody says why not", async () => {
  const brother = await receptionOf(5);
  await aChild();
  await aChild(5, { family: naima, given_names: "Kervens", age: 9 });
  held(naima, MIRLANDE);
  held(brother, MIRLANDE);
  const came = { name: "IBESR", says_to_be: "service", identity: "seen", outcome: "may_take" };
  journal.hear([{ kind: "children.came_for", subject: naima, body: came }]);
  await station("leave");
  await scan("Card number", 4);
  await tap("By own wish");
  await tap("May take the child: IBESR");
  await choose("Jude");
  await type("Their PIN", "123456");
  expect(shown()).toContain("Brothers or sisters would stay behind");
  expect(button("Release the child").disabled).toBe(true);
  await type("If not, why", "Kervens is in hospital.");
  expect(button("Release the child").disabled).toBe(false);
});

test("a photo is taken of nobody but a child alone who cannot say their name", async () => {
  await aChild();
  held(naima, MIRLANDE);
  await openChild();
  await tap("Nobody");
  expect(find("#child-photo")).toBeNull();
  await tap("Cannot say their name");
  expect(find("#child-photo")).toBeNull();
  await tap("Ask for the photo first");
  await until(() => shown().includes("to find your family"));
  await tap("No");
  expect(find("#child-photo")).toBeNull();
  await tap("Ask again");
  await until(() => shown().includes("to find your family"));
  expect(button("Yes").disabled).toBe(true);
  await tap("A child-protection worker");
  await tap("Yes");
  expect(entries("people.consent_child").at(-1)).toMatchObject({
    purpose: "photo",
    answer: "yes",
    proxy: "child_protection",
    proxy_why: "child",
  });
  expect(field("Take the photo").type).toBe("file");
  await tap("Mother or father");
  expect(find("#child-photo")).toBeNull();
});

test("the manager sees who is with which card, and nothing of why", async () => {
  await aChild();
  held(naima, JUDE);
  journal.hear([{ kind: "screening.child_need", subject: naima, body: { tag: "alone" } }]);
  journal.state.worker = { ...WORKERS[0]!, reads: ["reception", "assistance", "safety"] };
  await station("children");
  await until(() => shown().includes("Jude"));
  expect(shown()).not.toMatch(/Naïma|Unaccompanied/);
  await scan("Card number", 4);
  await until(() => find('[data-testid="person"]'));
  expect(shown()).not.toContain("Who refuses");
  expect(shown()).not.toContain("Somebody comes");
});
