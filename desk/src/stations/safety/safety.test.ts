// @vitest-environment happy-dom
// The hall is paused by one tap, what was half typed stays, leaving goes on, and the roll is called by number.

import { afterEach, beforeEach, expect, test } from "vitest";
import { insideTheHall } from "../../reading/board";
import { muster, stillToSee } from "../../reading/muster";
import { inGroups } from "../../rules/card_text";
import { now } from "../../shell/now";
import { cardNumber, FLIGHT, SITE, WORKERS } from "../../testing/cast";
import type { FakeJournal } from "../../testing/fake_journal";
import {
  button,
  closeDesk,
  find,
  openDesk,
  scan,
  settle,
  shown,
  station,
  tap,
  type,
  until,
} from "../../testing/screen";
import { sweep, tally } from "../count/facts";

let journal: FakeJournal;
beforeEach(async () => {
  journal = await openDesk();
});
afterEach(closeDesk);
const pausedElsewhere = { kind: "safety.pause", subject: SITE.id, body: { how: "pause" } };
/** Who works here may say that the hall goes on. */
function asManager() {
  journal.state.worker = { ...WORKERS[0]!, reads: [...WORKERS[0]!.reads, "safety"] };
}
async function oneByCard(k: number) {
  await station("register");
  await scan("Card of the person", k);
  await tap("By card only");
}

test("one tap on any page pauses the hall, and ten seconds take it back", async () => {
  await station("serve");
  await tap("Pause");
  await until(() => find("[data-testid=paused]"));
  expect(find("[data-testid=paused]")?.textContent).toContain("Call nobody and take nobody in");
  expect(journal.batches.at(-1)).toMatchObject([{ kind: "safety.pause", body: { how: "pause" } }]);
  await tap(/^Undo/);
  expect(find("[data-testid=paused]")).toBeNull();
});

test("a pause that another tablet told stops intake here, and keeps what was half typed", async () => {
  asManager();
  await station("count");
  await tap("Vehicle");
  await type("Woman", "7");
  journal.hear([pausedElsewhere]);
  await until(() => find("[data-station=stopped]"));
  expect(find("#steps-woman")).toBeNull();
  await station("leave");
  await scan("Card number", 3);
  expect(find("[data-testid=person]")).toBeTruthy();
  await station("safety");
  await tap("Go on");
  await station("count");
  expect(find<HTMLInputElement>("#steps-woman")?.value).toBe("7");
});

test("once the hall goes on, a page that is left begins anew as ever", async () => {
  await station("count");
  await tap("Vehicle");
  await station("serve");
  await station("count");
  expect(find("#steps-woman")).toBeNull();
});

test("whoever does not read behind safety ends no pause", async () => {
  journal.hear([pausedElsewhere]);
  await station("safety");
  await settle();
  expect(() => button("Go on")).toThrow("no button");
});

test("a pause that nobody had heard when the hall went on stops it again", async () => {
  asManager();
  await tap("Pause");
  await station("safety");
  await tap("Go on");
  expect(shown()).toContain("The hall works.");
  journal.hear([pausedElsewhere]);
  await settle();
  await until(() => find("[data-testid=paused]"));
});

test("the muster is who is inside: by number, without a card, and those who left unseen", async () => {
  await oneByCard(3);
  await oneByCard(4);
  await journal.tell([tally({ arrival: FLIGHT, door: "1", counting: "count" }, "woman", 5)]);
  expect(muster.value).toMatchObject({ byCard: 2, without: 3, unseen: 0, inside: 5 });
  await journal.tell([sweep(SITE.id, [FLIGHT], 4)]);
  expect(muster.value).toMatchObject({ byCard: 2, without: 3, unseen: 1, inside: 4 });
  expect(insideTheHall.value).toBe(4);
  await station("safety");
  expect(find("[data-testid=numbers]")?.textContent).toContain(inGroups(await cardNumber(3)));
  expect(shown()).not.toContain("By card only");
});

test("at the other place card after card is seen, a household in parts, and those without a card as a number", async () => {
  await oneByCard(3);
  await station("households");
  await scan("Card of the household", 10);
  await type("Woman", "1");
  await type("Girl", "2");
  await tap("Open for 3 people");
  await journal.tell([tally({ arrival: FLIGHT, door: "1", counting: "count" }, "woman", 6)]);
  await tap("Pause");
  await station("safety");
  await tap("Evacuate");
  await tap("Roll-call");
  expect(stillToSee.value).toMatchObject({ people: 4, without: 2 });
  await scan("Next card", 3);
  expect(shown()).toContain(`Card ${inGroups(await cardNumber(3))} seen`);
  await scan("Next card", 3);
  expect(shown()).toContain("was seen already");
  await scan("Next card", 10);
  await type("How many of them are here?", "2");
  await tap("Keep");
  await type("People without a card here", "2");
  await tap("Keep");
  expect(find("[data-testid=to-see]")?.textContent).toBe("1 person not yet seen");
  expect(find("[data-testid=numbers]")?.textContent).toBe(inGroups(await cardNumber(10)));
});

test("a tablet that has not heard its hub says since when", async () => {
  journal.state.heard_at = now.value - 4 * 60_000;
  await tap("Pause");
  await until(() => find("[data-testid=not-heard]"));
  expect(find("[data-testid=not-heard]")?.textContent).toContain("has not heard the hub for 4 min");
});
