// What the stations tell: one batch per action, about the right person, in the right arrival.
import { beforeEach, describe, expect, test } from "vitest";
import type { LineFields } from "../reading/arrivals";
import { boardOf, insideTheHall, inTheHall, lastSweep } from "../reading/board";
import { readAnyCard, readCard } from "../reading/cards";
import { dueOf } from "../reading/items";
import {
  carersOf,
  familyOfReception,
  membersOfFamily,
  nameOf,
  reception,
  stillInToken,
} from "../reading/people";
import { entries } from "../reading/rows";
import { acting, tell, tellWithUndo } from "../shell/acting";
import { preferences } from "../shell/preferences";
import {
  aDay,
  BABY_KIT,
  cardNumber,
  cardText,
  FLIGHT,
  KIT,
  receptionOf,
  rollOf,
  SECOND_FLIGHT,
  SITE,
} from "../testing/cast";
import { type FakeJournal, fakeJournal } from "../testing/fake_journal";
import { setJournal, useJournal } from "../the_journal";
import * as arrivals from "./arrivals/facts";
import * as cards from "./cards/facts";
import * as count from "./count/facts";
import * as households from "./households/facts";
import * as leaving from "./leave/facts";
import { carer, fillFromLine, nobody, type Person, register, registerFamily } from "./register/facts";
import { give } from "./serve/facts";

let journal: FakeJournal;
const TODAY = "2021-09-19";
const card = async (k: number) => readCard(await cardNumber(k));
const place = { arrival: FLIGHT, door: "1", counting: "count" } as const;

beforeEach(async () => {
  preferences.arrivals = [FLIGHT];
  journal = fakeJournal(await aDay());
  setJournal(journal);
});
const rose = (languages = ["ht"]): Person => ({
  ...nobody(),
  sex: "female",
  age_group: "adult",
  given_names: "Rose-Laure",
  family_name: "Pierre",
  languages,
});
async function registered(k: number, person = rose()) {
  const one = await card(k);
  await journal.tell(register({ card: one, person, before: null, arrivals: [FLIGHT] }, TODAY));
  return one;
}
async function household(k: number, groups = { woman: 2, girl: 3 }) {
  const one = await card(k);
  await journal.tell(households.open(one, groups, [FLIGHT]));
  return { reception: one.reception, arrivals: [FLIGHT], arrival: FLIGHT };
}

describe("cards", () => {
  test("a scanned and a typed card are the same person, of the roll's arrival", async () => {
    const typed = await card(3);
    const scanned = await readCard(await cardText(3));
    expect(scanned.reception).toBe(typed.reception);
    expect(typed.reception).toBe(await receptionOf(3));
    expect(typed.roll).toBe(await rollOf(3));
  });
  test("a code that was not printed is refused", async () => {
    await expect(readCard(`A1:${await cardNumber(3)}:AAAAAAAA`)).rejects.toMatchObject({ number: 724 });
  });
  test("a number of no series is taken, and belongs to the one arrival of this station", async () => {
    const one = await readCard("00000000");
    expect(one.is_of_no_series).toBe(true);
    await journal.tell(give(one, KIT));
    expect(reception(one.reception)?.arrival).toBe(FLIGHT);
  });
  test("a replaced card's number is dead, and its holder goes on with the new one", async () => {
    const old = await registered(3);
    const fresh = await readAnyCard(await cardNumber(4));
    await journal.tell([cards.replace(old.reception, old.number, fresh, [FLIGHT])]);
    expect((await card(4)).reception).toBe(old.reception);
    await expect(card(3)).rejects.toMatchObject({ number: 726 });
  });
  test("undoing a replacement brings the old number back", async () => {
    const old = await registered(3);
    const fresh = await readAnyCard(await cardNumber(4));
    const told = await tellWithUndo([cards.replace(old.reception, old.number, fresh, [FLIGHT])]);
    await told.undo();
    expect((await card(3)).reception).toBe(old.reception);
    expect((await card(4)).reception).not.toBe(old.reception);
  });
});

describe("count", () => {
  test("a tap is one tally of the arrival", async () => {
    await journal.tell([count.tally(place, "woman", 5)]);
    expect(boardOf(FLIGHT).counted).toBe(5);
  });
  test("a check is compared, never added", async () => {
    await journal.tell([count.tally({ ...place, counting: "check" }, "woman", 5)]);
    expect(boardOf(FLIGHT).counted).toBe(0);
  });
  test("card now counts and hands the card in one batch", async () => {
    const one = await card(3);
    await journal.tell(count.cardNow(place, "girl", one));
    expect(journal.batches).toHaveLength(1);
    expect(boardOf(FLIGHT)).toMatchObject({ counted: 1, inside: 1, registered: 0 });
    expect(reception(one.reception)).toMatchObject({ sex: "female", age_group: "child", card: one.number });
  });
  test("a vehicle is typed once, group by group", () => {
    const told = count.vehicle(place, { woman: 30, boy: 2, girl: 0 });
    expect(told.map((d) => [d.body.group, d.body.count, d.body.how])).toEqual([
      ["woman", 30, "typed"],
      ["boy", 2, "typed"],
    ]);
  });
  test("who is missing when the hall is counted again is off inside, and a later count tells it anew", async () => {
    await journal.tell([count.tally(place, "woman", 43)]);
    await journal.tell([count.sweep(SITE.id, [FLIGHT], 4)]);
    expect(boardOf(FLIGHT).inside).toBe(4);
    await journal.tell([count.sweep(SITE.id, [FLIGHT], 41)]);
    expect(boardOf(FLIGHT).inside).toBe(41);
    await journal.tell([count.sweep(SITE.id, [FLIGHT], 50)]);
    expect(boardOf(FLIGHT).inside).toBe(43);
  });
  test("of flights that overlap, nobody guesses whose the missing are", async () => {
    await journal.tell([
      count.tally(place, "woman", 40),
      count.tally({ ...place, arrival: SECOND_FLIGHT }, "man", 3),
    ]);
    expect(inTheHall.value.map((one) => one.subject)).toEqual([FLIGHT, SECOND_FLIGHT]);
    await journal.tell([count.sweep(SITE.id, [FLIGHT, SECOND_FLIGHT], 41)]);
    expect([boardOf(FLIGHT).inside, boardOf(SECOND_FLIGHT).inside, insideTheHall.value]).toEqual([40, 3, 41]);
    expect(lastSweep.value).toMatchObject({ found: 41, missing: 2 });
  });
  test("an exit of before the sweep that comes after it is not subtracted twice", async () => {
    const one = await registered(3);
    await registered(4);
    const gone = new Date().toISOString();
    await journal.tell([count.sweep(SITE.id, [FLIGHT], 1)]);
    const left = leaving.leave([{ reception: one.reception, arrivals: [FLIGHT] }], {
      how: "own_way",
      destination: null,
      with_whom: "",
    });
    await journal.tell(left.map((draft) => ({ ...draft, at: gone })));
    expect(boardOf(FLIGHT)).toMatchObject({ left: 1, inside: 1 });
  });
});

describe("register", () => {
  test("one fact tells card, roll and person", async () => {
    const one = await registered(3);
    expect(journal.batches[0]).toHaveLength(1);
    expect(journal.batches[0]![0]!.arrivals).toEqual([FLIGHT]);
    expect(reception(one.reception)).toMatchObject({
      card: one.number,
      roll: one.roll,
      given_names: "Rose-Laure",
      languages: ["ht"],
    });
    expect(boardOf(FLIGHT).registered).toBe(1);
  });
  test("correcting tells only what changed", async () => {
    const one = await registered(3);
    const before = reception(one.reception);
    const drafts = register(
      { card: one, person: { ...rose(), age: "31" }, before, arrivals: [FLIGHT] },
      TODAY,
    );
    expect(drafts[0]?.body).toEqual({ age: 31, is_about: false });
  });
  test("undo shows again what was there before", async () => {
    const one = await registered(3);
    const drafts = register(
      {
        card: one,
        person: { ...rose(), given_names: "Rose" },
        before: reception(one.reception),
        arrivals: [FLIGHT],
      },
      TODAY,
    );
    const told = await tellWithUndo(drafts);
    expect(nameOf(reception(one.reception))).toBe("Rose Pierre");
    await told.undo();
    expect(nameOf(reception(one.reception))).toBe("Rose-Laure Pierre");
  });
  test("a recognised line fills the fields and is kept with the person", () => {
    const person = nobody();
    const line = entries<LineFields>("arrivals.line").find((l) => l.given_names === "Kervens")!;
    fillFromLine(person, line, TODAY);
    expect(person).toMatchObject({
      family_name: "Pierre",
      sex: "male",
      age: "1",
      age_group: "baby",
      line: line.subject,
    });
  });
  test("by card only is registered, and no open task", async () => {
    await registered(3, { ...nobody(), by_card_only: true });
    expect(boardOf(FLIGHT).registered).toBe(1);
  });
  test("a family is one batch: the children get the chosen adult as carer", async () => {
    const [a, b] = [await card(3), await card(4)];
    const child = { ...nobody(), given_names: "Naïma", age: "6" };
    const members = [
      { card: a, person: rose(), before: null, arrivals: [FLIGHT] },
      { card: b, person: child, before: null, arrivals: [FLIGHT] },
    ];
    await journal.tell(registerFamily(members, familyOfReception(a.reception), a.reception, TODAY));
    expect(journal.batches).toHaveLength(1);
    expect(membersOfFamily(a.reception).map(nameOf).sort()).toEqual(["Naïma", "Rose-Laure Pierre"]);
    expect(carersOf(b.reception)).toEqual([a.reception]);
    expect(carersOf(a.reception)).toEqual([]);
  });
});

describe("serve", () => {
  test("a person unknown so far is introduced with the first thing given", async () => {
    const one = await card(3);
    await journal.tell(give(one, KIT));
    expect(journal.batches[0]!.map((d) => d.kind)).toEqual(["people.reception", "assistance.hand_out"]);
    expect(boardOf(FLIGHT).served).toBe(1);
    expect(give(await card(3), KIT).map((d) => d.kind)).toEqual(["assistance.hand_out"]);
  });
  test("once per family counts for every member", async () => {
    const a = await registered(3);
    const b = await registered(4, { ...rose(), given_names: "Wisly", family: a.reception });
    await journal.tell(give(a, BABY_KIT));
    expect(dueOf(b).find((d) => d.item === BABY_KIT)).toMatchObject({ is_due: false });
    expect(dueOf(b).find((d) => d.item === KIT)).toMatchObject({ is_due: true });
  });
  test("giving again says why", async () => {
    expect(give(await card(3), KIT, "lost").at(-1)?.body).toEqual({
      item: KIT,
      quantity: 1,
      override: "lost",
    });
  });
  test("nothing is said to be done when it could not be kept", async () => {
    journal.failNext(701);
    const done = await tell(give(await card(3), KIT), "given");
    expect(done).toBeUndefined();
    expect(acting.trouble?.number).toBe(701);
    expect(acting.done).toBeNull();
  });
  test("what was done before does not speak for what is still being kept", async () => {
    await tell(give(await card(3), KIT), "given");
    const keeping = tell(give(await card(4), KIT), "given");
    expect(acting.underWay).toBe(1);
    await keeping;
    expect(acting.underWay).toBe(0);
  });
});

describe("leave", () => {
  test("a person leaves once, with where to and how", async () => {
    const one = await registered(3);
    const leaver = { reception: one.reception, arrivals: [FLIGHT] };
    await journal.tell(leaving.leave([leaver], { how: "own_wish", destination: "HT03", with_whom: "" }));
    expect(journal.batches.at(-1)![0]!.body).toEqual({ how: "own_wish", people: 1, destination: "HT03" });
    expect(boardOf(FLIGHT)).toMatchObject({ left: 1, inside: 0 });
  });
  test("a release of a child names who takes over and who answered for it", () => {
    const told = leaving.release(
      { reception: "child", arrivals: [] },
      {
        to: "service",
        name: " IBESR ",
        second_worker: "jude",
        code_hash: null,
        identity_seen: true,
        came_for: { child: "who came", another: "somebody else" },
        reason: " ",
      },
    );
    expect(told.body).toEqual({
      to: "service",
      name: "IBESR",
      second_worker: "jude",
      identity_seen: true,
      came_for: "who came",
    });
    expect(leaving.release({ reception: "child", arrivals: [] }, leaving.atOnce("ambulance")).body).toEqual({
      to: "ambulance",
    });
  });
  test("part of a household leaves, counted by group", async () => {
    const token = await household(10);
    await journal.tell(
      leaving.leave([{ ...token, groups: { woman: 1, girl: 1 } }], {
        how: "own_way",
        destination: null,
        with_whom: "",
      }),
    );
    expect(stillInToken(token.reception)).toEqual({ woman: 1, girl: 2 });
    expect(boardOf(FLIGHT)).toMatchObject({ inside: 3, left: 2 });
  });
});

describe("households", () => {
  test("nobody appears or vanishes when one is split and one gets her own card", async () => {
    const token = await household(10);
    const other = await card(11);
    await journal.tell(households.split(token, other, FLIGHT, { girl: 2 }));
    const own = await card(12);
    await journal.tell(households.registerOut(token, token.reception, own, FLIGHT, "woman"));
    expect(stillInToken(token.reception)).toEqual({ woman: 1, girl: 1 });
    expect(stillInToken(other.reception)).toEqual({ girl: 2 });
    expect(reception(own.reception)).toMatchObject({
      sex: "female",
      age_group: "adult",
      family: token.reception,
    });
    expect(boardOf(FLIGHT).inside).toBe(5);
  });
  test("two households become one", async () => {
    const token = await household(10);
    const other = await household(11, { woman: 1, girl: 1 });
    await journal.tell([households.join(token, stillInToken(other.reception), other.reception)]);
    expect(stillInToken(token.reception)).toEqual({ woman: 3, girl: 4 });
    expect(stillInToken(other.reception)).toEqual({});
    expect(boardOf(FLIGHT).inside).toBe(7);
  });
  test("a new card of another roll stays in the household's arrival", async () => {
    const token = await household(10);
    const other = await card(60);
    await journal.tell(households.split(token, other, null, { girl: 1 }));
    expect(reception(other.reception)?.arrival).toBe(FLIGHT);
  });
});

describe("arrivals", () => {
  test("a roll is opened for an arrival by any of its cards", async () => {
    const one = await card(60);
    await journal.tell([arrivals.openRoll(one, SECOND_FLIGHT)!]);
    await journal.tell(give(await card(75), KIT));
    expect(boardOf(SECOND_FLIGHT).served).toBe(1);
  });
  test("people told before their roll was known are listed once it is", async () => {
    await journal.tell(give(await card(75), KIT));
    expect(boardOf(SECOND_FLIGHT).served).toBe(0);
    await journal.tell([arrivals.openRoll(await card(60), SECOND_FLIGHT)!]);
    expect(boardOf(SECOND_FLIGHT).served).toBe(1);
  });
  test("the next shift of a flow follows the one before, which closes", () => {
    const before = { subject: "flow" } as never;
    const told = arrivals.nextShift(before, "next", "On foot 14:05", "2021-09-19T18:05:00Z");
    expect(told.map((d) => [d.subject, d.body.status])).toEqual([
      ["flow", "closed"],
      ["next", "met"],
    ]);
    expect(told[1]!.body.follows).toBe("flow");
  });
  test("who cares for a child can be told of one alone", () => {
    expect(carer("child", "rose", [])).toMatchObject({ subject: "child", body: { carer: "rose" } });
  });
});

test("the journal in memory refuses fields that no kind has", async () => {
  await expect(useJournal().tell([{ kind: "onward.exit", body: { colour: "red" } }])).rejects.toThrow(
    "no field",
  );
});
