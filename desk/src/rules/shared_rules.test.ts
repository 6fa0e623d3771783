// Board, due, replaced cards, households and childhood are decided as on the server.
import { expect, test } from "vitest";
import { vectors } from "../testing/vectors";
import { type AgeGroup, countsAsChild, type Groups, isChild } from "./ages";
import {
  type BoardRow,
  boardRow,
  type Claim,
  leftUnseen,
  type StillHere,
  type Sweep,
  stillHere,
  type Unseen,
} from "./board";
import * as children from "./care";
import { type Answer, agreed, answersNow, noticeVersion } from "./consent";
import {
  cardsBehind,
  type Due,
  due,
  type HandOut,
  type ItemRule,
  type Known,
  type Moved,
  served,
} from "./due";
import { notSeen, type Pause, standingPauses } from "./hall";
import { peopleOf } from "./household";
import { type Outside, waitingOutside } from "./lanes";
import { type How, type Leaving, needRelease } from "./leaving";
import { agesSeen, type Person, sexSeen, type Version } from "./programmes";
import { bagsHere, type TagTold } from "./property";
import {
  dueAt,
  type Priority,
  purposeOf,
  type ReferralWall,
  type State,
  type Step,
  stateOf,
} from "./referrals";
import { onwardOf, resolve } from "./resolve";
import { type Colour, needsDecision, standing, stopsAtHealth } from "./screening";
import { shiftsBefore } from "./shifts";
import { type Enough, enough, type Rate } from "./stock";

interface Rules {
  columns: {
    told: {
      claims: Claim[];
      tallies: { counting: string; count: number }[];
      persons: string[];
      registered: string[];
      households: Record<string, number>;
      served: string[];
      exits: { reception: string; people: number }[];
      left_unseen: number;
    };
    columns: BoardRow;
    still_here: StillHere;
  }[];
  waiting_outside: { counts: Outside[]; outside: { lane: string | null; people: number }[] }[];
  enough: { on_hand: number; rate: Rate; enough: Enough }[];
  left_unseen: ({ sweeps: Sweep[] } & Unseen)[];
  due: {
    items: [string, ItemRule["once_per"]][];
    told: (Moved | Pick<HandOut, "id" | "subject" | "item" | "quantity" | "at">)[];
    people: Record<string, Person>;
    family_of: Record<string, string>;
    versions: Version[];
    card: string;
    now: string;
    due: Record<string, Omit<Due, "item" | "at" | "given"> & { at: string | null; given: string[] }>;
  }[];
  seen_as: {
    births: (string | null)[];
    ages: (number | null)[];
    groups: (string | null)[];
    sexes: (string | null)[];
    on: string;
    years: [number, number][];
    sex: string | null;
  }[];
  served: {
    first_given: Record<string, string>;
    moves: { clock: string; source: string | null; target: string | null }[];
    served: string[];
  }[];
  resolve: { replaced: { reception: string; new_reception: string }[]; resolved: Record<string, string> }[];
  household: {
    moves: { source: string | null; target: string | null; groups: Groups }[];
    people: Record<string, Groups>;
  }[];
  need_release: { leaving: (Leaving & { groups: Groups | null })[]; how: How; need_release: string[] }[];
  counts_as_child: {
    ages: (number | null)[];
    age_groups: (string | null)[];
    is_disputed: boolean;
    is_child: boolean;
  }[];
  situation: {
    is_child: boolean;
    relation: string | null;
    is_refused: boolean;
    tags: string[];
    carers: number;
    situation: children.Situation;
    may_photograph: boolean[];
  }[];
  care: {
    told: (Omit<children.Said, "at"> & { at: string })[];
    care: Omit<children.Care, "since"> & { since: string | null };
    here: string[];
    unheld_since: string | null;
    at: string;
    is_alarm: boolean;
  }[];
  held_together: {
    child: string;
    family_of: Record<string, string>;
    held: string[];
    together: string[];
  }[];
  release_lacks: {
    is_asked: boolean;
    identity_seen: boolean | null;
    came: children.Came | null;
    lacks: string | null;
  }[];
  is_child: { age: number | null; age_group: string | null; is_child: boolean }[];
  triage: {
    told: [Colour, string][];
    seen: string[];
    standing: { colour: Colour; since: string; waiting_since: string | null } | null;
  }[];
  stops_at_health: { age: number | null; age_group: AgeGroup | null; tags: string[]; stops: boolean }[];
  needs_decision: {
    colour: Colour | null;
    stops: boolean;
    is_asked: boolean;
    decisions: (string | null)[];
    needs: boolean;
  }[];
  shifts_before: {
    follows: Record<string, string | null>;
    hours_ago: Record<string, number>;
    before: string[];
  }[];
  answers_now: { told: Answer[]; now: Record<string, string>; agreed: string[] }[];
  purpose_of: { wall: ReferralWall; need: string; purpose: string | null }[];
  referral: {
    steps: Step[];
    is_agreed: boolean;
    state: State;
    priority: Priority;
    told_at: string;
    due_at: string;
  }[];
  hall: {
    pauses: Pause[];
    ended: string[][];
    standing: string[];
    is_paused: boolean;
    is_evacuating: boolean;
  }[];
  not_seen: { here: Record<string, number>; seen: [string, number][]; left: Record<string, number> }[];
  bags_here: { tied: TagTold[]; back: TagTold[]; here: TagTold[] }[];
  notice_version: { words: string; files: Record<string, string>; version: string }[];
}
const ALL_CARDS = ["t0", "t1", "r0", "r1", "r2"];
const rules = vectors<Rules>("rules.json");

test("the seven columns, and who *inside* counts, are the server's", () => {
  for (const { told, columns, still_here } of rules.columns) {
    const facts = {
      ...told,
      persons: new Set(told.persons),
      registered: new Set(told.registered),
      served: new Set(told.served),
      households: new Map(Object.entries(told.households)),
    };
    expect(boardRow(facts)).toEqual(columns);
    const here = stillHere(facts);
    expect(here).toEqual(still_here);
    const listed = Object.values(here.cards).reduce((a, b) => a + b, 0) + here.without_card;
    expect(listed - here.unseen).toBe(columns.inside);
  }
});

test("whether the hall is paused, and who was not yet seen, is the server's", () => {
  for (const { pauses, ended, standing, is_paused, is_evacuating } of rules.hall) {
    const found = standingPauses(pauses, ended);
    expect(found.map((one) => one.id)).toEqual(standing);
    expect([found.length > 0, found.some((one) => one.how === "evacuate")]).toEqual([
      is_paused,
      is_evacuating,
    ]);
  }
  for (const { here, seen, left } of rules.not_seen)
    expect(Object.fromEntries(notSeen(new Map(Object.entries(here)), seen))).toEqual(left);
});

test("whose bags are still here is the server's", () => {
  for (const { tied, back, here } of rules.bags_here) expect(bagsHere(tied, back)).toEqual(here);
});

test("who left unseen is the server's", () => {
  for (const { sweeps, of, more } of rules.left_unseen) expect(leftUnseen(sweeps)).toEqual({ of, more });
});

test("what is due, and why, is the server's", () => {
  for (const one of rules.due) {
    const told = one.told.map((said) => ("item" in said ? { ...said, device: "" } : said));
    const familyOf = (card: string) => one.family_of[card] ?? card;
    const membersOf = (card: string) => {
      const others = Object.keys(one.people).filter((other) => familyOf(other) === familyOf(card));
      return new Set([card, ...others].sort());
    };
    const known: Known = {
      items: one.items.map(([subject, once_per]) => ({ subject, once_per })),
      told,
      person: (card) => one.people[card] ?? null,
      familyOf,
      membersOf,
      versions: one.versions,
    };
    const found = due(known, one.card, Date.parse(one.now)).map(({ item, at, given, ...more }) => [
      item,
      {
        ...more,
        at: at && new Date(at).toISOString().replace(".000Z", "+00:00"),
        given: given.map((h) => h.id).sort(),
      },
    ]);
    expect(Object.fromEntries(found)).toEqual(one.due);
    // Nothing else that was given has to be looked at.
    const family = (card: string) => ALL_CARDS.filter((other) => familyOf(other) === familyOf(card));
    const moves = told.filter((said) => !("item" in said)) as Moved[];
    const behind = cardsBehind(one.card, moves, family);
    const fewer = told.filter((said) => !("item" in said) || behind.has(said.subject));
    const now = Date.parse(one.now);
    expect(due({ ...known, told: fewer }, one.card, now)).toEqual(due(known, one.card, now));
  }
});

test("what somebody's age and sex are seen as is the server's", () => {
  for (const { births, ages, groups, sexes, on, years, sex } of rules.seen_as) {
    expect(agesSeen(births, ages, groups, on)).toEqual(years);
    expect(sexSeen(sexes)).toBe(sex);
  }
});

test("who was served, as one of a household too, is the server's", () => {
  for (const one of rules.served)
    expect([...served(new Map(Object.entries(one.first_given)), one.moves)].sort()).toEqual(one.served);
});

test("replaced cards lead to the server's reception", () => {
  for (const { replaced, resolved } of rules.resolve) {
    const onward = onwardOf(replaced.map((r) => ({ subject: r.reception, new_reception: r.new_reception })));
    for (const [from, to] of Object.entries(resolved)) expect(resolve(from, onward)).toBe(to);
  }
});

test("households hold the server's people", () => {
  for (const { moves, people } of rules.household)
    for (const [token, groups] of Object.entries(people)) expect(peopleOf(token, moves)).toEqual(groups);
});

test("which children need a release is the server's", () => {
  for (const { leaving, how, need_release } of rules.need_release) {
    const cards = leaving.map(({ groups, ...one }) => (groups ? { ...one, groups } : one));
    expect(needRelease(cards, how)).toEqual(need_release);
  }
});

test("who is a child is the server's", () => {
  for (const one of rules.is_child) expect(isChild(one, "2021-09-19")).toBe(one.is_child);
});

test("who waits outside, lane by lane or as one queue, is the server's answer", () => {
  expect(rules.waiting_outside.length).toBeGreaterThan(20);
  for (const { counts, outside } of rules.waiting_outside) {
    const found = waitingOutside(counts).map(({ lane, people }) => ({ lane, people }));
    const byLane = (a: { lane: string | null }, b: { lane: string | null }) =>
      String(a.lane) < String(b.lane) ? -1 : 1;
    expect(found.sort(byLane)).toEqual([...outside].sort(byLane));
  }
});

test("the shifts whose people carry over are the server's", () => {
  const began = (hours: number | undefined) => (hours === undefined ? undefined : -hours * 3_600_000);
  for (const { follows, hours_ago, before } of rules.shifts_before) {
    const found = shiftsBefore(
      "s0",
      (shift) => follows[shift],
      (shift) => began(hours_ago[shift]),
      0,
    );
    expect(found.sort()).toEqual(before);
  }
});

test("which answer about a purpose stands is the server's", () => {
  for (const { told, now, agreed: yes } of rules.answers_now) {
    expect(agreed(told).map((one) => one.id)).toEqual(yes);
    const standing = [...answersNow(told)].map(([purpose, one]) => [purpose, one.id]);
    expect(Object.fromEntries(standing)).toEqual(now);
  }
});

test("the version of what is read out is the server's", () => {
  for (const { words, files, version } of rules.notice_version)
    expect(noticeVersion(words, files, "notice", "ht")).toBe(version);
});

test("who may be sent where, and how a referral stands, is the server's", () => {
  for (const { wall, need, purpose } of rules.purpose_of) expect(purposeOf(wall, need)).toBe(purpose);
  for (const { steps, is_agreed, state, priority, told_at, due_at } of rules.referral) {
    expect(stateOf(steps, is_agreed)).toBe(state);
    expect(dueAt(priority, Date.parse(told_at))).toBe(Date.parse(due_at));
  }
});

test("how soon somebody has to be seen is the server's", () => {
  for (const { told, seen, standing: expected } of rules.triage) {
    const found = standing(
      told.map(([colour, at]) => [colour, Date.parse(at)]),
      seen.map((at) => Date.parse(at)),
    );
    expect(found).toEqual(
      expected && {
        colour: expected.colour,
        since: Date.parse(expected.since),
        waitingSince: expected.waiting_since && Date.parse(expected.waiting_since),
      },
    );
  }
});

test("for how many more people an item lasts is the server's", () => {
  for (const one of rules.enough)
    expect(enough(one.on_hand, one.rate), JSON.stringify(one)).toEqual(one.enough);
});

test("who stops at health is the server's", () => {
  for (const { age, age_group, tags, stops } of rules.stops_at_health)
    expect(stopsAtHealth(age, age_group, tags), JSON.stringify({ age, age_group, tags })).toBe(stops);
});

test("about whom a decision is asked at the door is the server's", () => {
  for (const { needs, ...one } of rules.needs_decision)
    expect(needsDecision(one.colour, one.stops, one.is_asked, one.decisions), JSON.stringify(one)).toBe(
      needs,
    );
});

const ms = (at: string | null) => at && Date.parse(at);

test("an age in dispute is a child's, as on the server", () => {
  for (const { ages, age_groups, is_disputed, is_child } of rules.counts_as_child)
    expect(countsAsChild(ages, age_groups, is_disputed), JSON.stringify(ages)).toBe(is_child);
});

test("which child is alone, and of whom a photo may be taken, is the server's", () => {
  for (const one of rules.situation) {
    const found = children.situation(one.is_child, one.relation, one.is_refused, one.tags, one.carers);
    expect(found, JSON.stringify(one)).toBe(one.situation);
    const photo = [null, true, false].flatMap((says) =>
      [null, "no", "withdrawn", "yes"].map((answer) => children.mayPhotograph(found, says, answer)),
    );
    expect(photo).toEqual(one.may_photograph);
  }
});

test("who is with a child, and since when nobody is, is the server's", () => {
  for (const one of rules.care) {
    const now = children.care(one.told.map((said) => ({ ...said, at: Date.parse(said.at) })));
    expect(now).toEqual({ ...one.care, since: ms(one.care.since) });
    const since = children.unheldSince(now, one.here);
    expect(since).toBe(ms(one.unheld_since));
    expect(children.isAlarm(since, Date.parse(one.at))).toBe(one.is_alarm);
  }
});

test("which siblings stay together is the server's", () => {
  for (const { child, family_of, held, together } of rules.held_together)
    expect(children.heldTogether(child, (one) => family_of[one] ?? one, held)).toEqual(together);
});

test("what a release still needs is the server's", () => {
  for (const { is_asked, identity_seen, came, lacks } of rules.release_lacks)
    expect(children.releaseLacks(is_asked, identity_seen, came)).toBe(lacks);
});
