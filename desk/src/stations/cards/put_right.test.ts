// Cards that were crossed, or were the wrong ones: everything about a person goes with them, and can be undone.
import { beforeEach, describe, expect, test } from "vitest";
import { type Card, readCard } from "../../reading/cards";
import { dueOf } from "../../reading/items";
import { carersOf, familyOfReception, membersOfFamily, nameOf, reception } from "../../reading/people";
import { entries, record, takenBack } from "../../reading/rows";
import { needRelease } from "../../rules/leaving";
import { tellWithUndo } from "../../shell/acting";
import { preferences } from "../../shell/preferences";
import { aDay, cardNumber, FLIGHT, KIT } from "../../testing/cast";
import { type FakeJournal, fakeJournal } from "../../testing/fake_journal";
import { setJournal } from "../../the_journal";
import { answered, newAsking, standingAnswers, withdrawn } from "../consent/facts";
import { carer, nobody, type Person, register, registerFamily } from "../register/facts";
import { give } from "../serve/facts";
import { moveRegistered, sideOf, swap, tellOnRightCard } from "./facts";

let journal: FakeJournal;
const TODAY = "2021-09-19";
const HAND_OUT = "assistance.hand_out";

beforeEach(async () => {
  preferences.arrivals = [FLIGHT];
  journal = fakeJournal(await aDay());
  setJournal(journal);
});
const card = async (k: number) => readCard(await cardNumber(k));
const of = (given_names: string, more: Partial<Person> = {}): Person => ({
  ...nobody(),
  sex: "female",
  age_group: "adult",
  given_names,
  family_name: "Pierre",
  ...more,
});
const child = (given_names: string) => of(given_names, { age: "6", age_group: "child" });

async function registered(k: number, person: Person): Promise<Card> {
  const one = await card(k);
  await journal.tell(register({ card: one, person, before: null, arrivals: [FLIGHT] }, TODAY));
  return one;
}
/** A mother and her children, card after card from `k` on. */
async function aFamily(k: number, mother: string, ...children: string[]): Promise<Card[]> {
  const cards = await Promise.all([mother, ...children].map((_, i) => card(k + i)));
  const people = [of(mother), ...children.map(child)];
  const members = cards.map((one, i) => ({
    card: one,
    person: people[i]!,
    before: null,
    arrivals: [FLIGHT],
  }));
  await journal.tell(registerFamily(members, cards[0]!.reception, cards[0]!.reception, TODAY));
  return cards;
}
const name = (one: Card) => nameOf(reception(one.reception));
const names = (ids: string[]) => ids.map((id) => nameOf(reception(id)));
const came = (one: Card) =>
  record<{ how_came: string | null }>("people.came", one.reception)?.how_came ?? null;
const tellCame = (one: Card, how_came: string) =>
  journal.tell([{ kind: "people.came", subject: one.reception, arrivals: [FLIGHT], body: { how_came } }]);

describe("swapped", () => {
  test("what somebody agreed to goes with them, a withdrawal after its yes", async () => {
    const a = await registered(3, of("Rose-Laure"));
    const b = await registered(4, of("Wisly", { sex: "male" }));
    await journal.tell(answered(a, "follow_up_call", "yes", newAsking(a.reception)));
    await journal.tell(withdrawn(a, "follow_up_call"));
    await journal.tell(answered(b, "family_contact", "yes", newAsking(b.reception)));
    await journal.tell(swap(sideOf(a), sideOf(b)));
    const answers = (one: Card) =>
      [...standingAnswers(one.reception)].map(([of, { answer }]) => [of, answer]);
    expect(answers(a)).toEqual([["family_contact", "yes"]]);
    expect(answers(b)).toEqual([["follow_up_call", "withdrawn"]]);
  });
  test("what was registered changes places, what was given stays where it is", async () => {
    const a = await registered(3, of("Rose-Laure"));
    const b = await registered(4, of("Wisly", { sex: "male" }));
    await journal.tell(give(a, KIT));
    await journal.tell(swap(sideOf(a), sideOf(b)));
    expect([name(a), name(b)]).toEqual(["Wisly Pierre", "Rose-Laure Pierre"]);
    expect(dueOf(a).find((d) => d.item === KIT)?.is_due).toBe(false);
  });

  test("a mother and her daughter: the mother still looks after her, and after the little brother", async () => {
    const [mother, daughter, brother] = await aFamily(3, "Rose-Laure", "Naïma", "Kervens");
    const told = await tellWithUndo(swap(sideOf(mother!), sideOf(daughter!)));
    expect(name(daughter!)).toBe("Rose-Laure Pierre");
    expect(names(carersOf(mother!.reception))).toEqual(["Rose-Laure Pierre"]);
    expect(names(carersOf(brother!.reception))).toEqual(["Rose-Laure Pierre"]);
    expect(carersOf(daughter!.reception)).toEqual([]);
    await told.undo();
    expect(carersOf(mother!.reception)).toEqual([]);
    expect(carersOf(daughter!.reception)).toEqual([mother!.reception]);
    expect(carersOf(brother!.reception)).toEqual([mother!.reception]);
  });

  test("children of two adults: neither can leave with the other's adult", async () => {
    const [rose, naima] = await aFamily(3, "Rose-Laure", "Naïma");
    const [marie, lovely] = await aFamily(6, "Marie", "Lovely");
    await journal.tell(swap(sideOf(naima!), sideOf(lovely!)));
    expect(name(naima!)).toBe("Lovely Pierre");
    const leaves = (one: Card, adult: Card) =>
      needRelease(
        [
          { reception: one.reception, is_child: true, carers: carersOf(one.reception) },
          { reception: adult.reception, is_child: false, carers: [] },
        ],
        "own_way",
      );
    // The card that was Naïma's is Lovely's now, and hers is Marie.
    expect(leaves(naima!, marie!)).toEqual([]);
    expect(leaves(naima!, rose!)).toEqual([naima!.reception]);
    expect(leaves(lovely!, marie!)).toEqual([lovely!.reception]);
    expect(membersOfFamily(marie!.reception).map(nameOf).sort()).toEqual(["Lovely Pierre", "Marie Pierre"]);
  });

  test("a carer in question stays in question", async () => {
    const [rose, naima] = await aFamily(3, "Rose-Laure", "Naïma");
    const other = await registered(8, of("Marie"));
    journal.hear([carer(naima!.reception, other.reception, [FLIGHT])]);
    expect(carersOf(naima!.reception)).toHaveLength(2);
    await journal.tell(swap(sideOf(rose!), sideOf(naima!)));
    expect(carersOf(naima!.reception)).toHaveLength(2);
    expect(carersOf(rose!.reception)).toEqual([]);
  });

  test("how they say they came goes along, and comes back with undo", async () => {
    const a = await registered(3, of("Rose-Laure"));
    const b = await registered(4, of("Wisly"));
    await tellCame(a, "voluntary");
    const told = await tellWithUndo(swap(sideOf(a), sideOf(b)));
    expect([came(a), came(b)]).toEqual([null, "voluntary"]);
    await told.undo();
    expect([came(a), came(b)]).toEqual(["voluntary", null]);
  });
});

describe("on the wrong card", () => {
  test("what was given moves to the right one at its own time, and back with undo", async () => {
    const [wrong, right] = [await card(3), await card(4)];
    await journal.tell(give(wrong, KIT));
    const [given] = entries<object>(HAND_OUT);
    const told = await tellWithUndo(tellOnRightCard([{ ...given!, kind: HAND_OUT }], sideOf(right)));
    const standing = () => entries<object>(HAND_OUT).map((row) => [row.subject, row.at, row.item]);
    expect(standing()).toEqual([[right.reception, given!.at, KIT]]);
    await told.undo();
    expect(standing()).toEqual([[wrong.reception, given!.at, KIT]]);
  });

  test("a mother moves with her family, her children and how she came", async () => {
    const [wrong, naima] = await aFamily(3, "Rose-Laure", "Naïma");
    await tellCame(wrong!, "voluntary");
    const right = await card(8);
    const told = await tellWithUndo(moveRegistered(sideOf(wrong!), sideOf(right)));
    expect([name(wrong!), name(right)]).toEqual(["", "Rose-Laure Pierre"]);
    expect(membersOfFamily(naima!.reception).map(nameOf).sort()).toEqual([
      "Naïma Pierre",
      "Rose-Laure Pierre",
    ]);
    expect(familyOfReception(wrong!.reception)).not.toBe(familyOfReception(naima!.reception));
    expect(carersOf(naima!.reception)).toEqual([right.reception]);
    expect([came(wrong!), came(right)]).toEqual([null, "voluntary"]);
    await told.undo();
    expect(name(wrong!)).toBe("Rose-Laure Pierre");
    expect(familyOfReception(wrong!.reception)).toBe(familyOfReception(naima!.reception));
    expect(carersOf(naima!.reception)).toEqual([wrong!.reception]);
    expect([came(wrong!), came(right)]).toEqual(["voluntary", null]);
  });

  test("a child moves with the adult who looks after them", async () => {
    const [rose, wrong] = await aFamily(3, "Rose-Laure", "Naïma");
    const right = await card(8);
    await journal.tell(moveRegistered(sideOf(wrong!), sideOf(right)));
    expect(carersOf(right.reception)).toEqual([rose!.reception]);
    expect(carersOf(wrong!.reception)).toEqual([]);
    expect(familyOfReception(right.reception)).toBe(familyOfReception(rose!.reception));
  });

  test("somebody alone takes no family along, and whoever holds the right card keeps theirs", async () => {
    const wrong = await registered(3, of("Rose-Laure"));
    const [marie, right] = await aFamily(6, "Marie", "Lovely");
    await journal.tell(moveRegistered(sideOf(wrong), sideOf(right!)));
    expect(familyOfReception(right!.reception)).toBe(familyOfReception(marie!.reception));
  });
});

test("what was taken back is told again by undo", async () => {
  await journal.tell(give(await card(3), KIT));
  const [given] = entries<object>(HAND_OUT);
  const told = await tellWithUndo([takenBack(HAND_OUT, given!)]);
  expect(entries(HAND_OUT)).toEqual([]);
  await told.undo();
  expect(entries<object>(HAND_OUT)).toMatchObject([
    { subject: given!.subject, at: given!.at, item: KIT, quantity: 1 },
  ]);
});
