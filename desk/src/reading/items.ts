// What can be given here, in the worker's language, what a person still may be given, and why.
import type { RecordRow } from "../journal/api";
import { language, moment, t } from "../languages";
import { hundredthsOf } from "../rules/cash";
import { cardsBehind, type Due, due, type HandOut, isCash, type Known, type Moved } from "../rules/due";
import {
  agesSeen,
  amountOf,
  hundredths,
  inForce,
  type Line,
  type Per,
  type Person,
  sexSeen,
  type Version,
} from "../rules/programmes";
import { useState } from "../the_journal";
import { arrival, arrivalOfReception } from "./arrivals";
import { arrivalOfCard, type Card } from "./cards";
import { promises } from "./cash";
import { dayAndTime, today } from "./days";
import {
  bySubject,
  exits,
  familyOfReception,
  handOuts,
  membersOfFamily,
  type Reception,
  reception,
  standingMoves,
  standingReception,
} from "./people";
import { entries, folded, inOrder, record, records } from "./rows";

export interface ItemFields {
  names: Partial<Record<string, string>> | null;
  once_per: "person" | "family" | "none" | null;
  icon: string | null;
  is_active: boolean | null;
  /** A call, charging, a SIM: there is no stock of it. */
  is_service: boolean | null;
}
export type Item = RecordRow & ItemFields;

export const items = folded<Item[]>(() =>
  records<ItemFields>("assistance.item")
    .filter((item) => item.is_active !== false)
    // Things first: whoever stands at the table hands them over, services follow.
    .sort(
      (a, b) =>
        Number(a.is_service === true) - Number(b.is_service === true) ||
        (a.first_at < b.first_at ? -1 : a.first_at > b.first_at ? 1 : a.subject < b.subject ? -1 : 1),
    ),
);

export function itemName(id: string | null): string {
  const names = record<ItemFields>("assistance.item", id)?.names ?? {};
  return names[language.value] ?? names.ht ?? names.fr ?? names.en ?? Object.values(names)[0] ?? "";
}

interface Said {
  clock: string;
  id: string;
}

/** People who came, changed cards or left, as far as households' cards count them. */
const people = folded<(Moved & Said)[]>(() => [
  ...standingMoves.value,
  ...[...exits.value].flatMap(([source, left]) =>
    reception(source)?.is_token === true
      ? left.map(({ people, groups, clock, id }) => ({
          source,
          target: null,
          groups: groups ?? { not_seen: people },
          clock,
          id,
        }))
      : [],
  ),
]);

interface GivesFields {
  per: Per;
  often: "once" | "arrival" | "any";
  every_hours: number | null;
}
export interface ProgrammeFields {
  names: Partial<Record<string, string>>;
  since: string;
  until: string | null;
  sex: "female" | "male" | null;
  age_from: number | null;
  age_to: number | null;
  hows: string[];
  with_voucher: boolean;
  items: (GivesFields & { item: string; quantity: number })[];
  cash: (GivesFields & { amount: string; currency: string })[];
}
export interface Programme extends Version {
  names: Partial<Record<string, string>>;
}

function lineOf(told: GivesFields, what: string, quantity: number): Line {
  const { per, often, every_hours } = told;
  return { what, quantity, per, often: every_hours ? "hours" : often, hours: every_hours };
}

/** Every version of every programme that this tablet knows. */
export const programmes = folded<Programme[]>(() =>
  entries<ProgrammeFields>("assistance.programme").map((row) => ({
    ...row,
    programme: row.subject,
    told: [row.clock, row.id],
    gives: [
      ...row.items.map((one) => lineOf(one, one.item, one.quantity)),
      ...row.cash.map((one) => lineOf(one, one.currency, hundredths(one.amount))),
    ],
  })),
);

export const vouchers = bySubject<{ programme: string }>("assistance.voucher");

/** The day of a card's arrival at the site; today where nobody knows it yet. */
function dayOf(arrivalId: string | null, first: string | null): string {
  const found = arrival(arrivalId);
  const at = found ? (found.landed_at ?? found.eta_at ?? found.first_at) : first;
  return at ? dayAndTime(at).day : today();
}

function personOf(row: Reception): Person {
  const said = (field: string): unknown[] =>
    row.answers[field]?.map((answer) => answer.value) ?? [row[field as keyof Reception]];
  const of = arrivalOfReception(row);
  const day = dayOf(of, row.first_at);
  return {
    day,
    sex: sexSeen(said("sex")),
    ages: agesSeen(said("birth_on"), said("age"), said("age_group"), day),
    how: arrival(of)?.how ?? null,
    arrival: of,
    is_token: row.is_token === true,
    vouchers: (vouchers.value.get(row.subject) ?? []).map((one) => one.programme),
  };
}

/** Somebody of whom nothing is known but the card in front of us. */
function holderOf(card: Card): Person {
  const of = arrivalOfCard(card);
  return {
    day: dayOf(of, null),
    sex: null,
    ages: agesSeen([], [], [], ""),
    how: arrival(of)?.how ?? null,
    arrival: of,
    is_token: false,
    vouchers: [],
  };
}

export function dueOf(card: Card, at: number = Date.now()): Due[] {
  const standing = standingReception(card.reception);
  const family = (one: string) => membersOfFamily(one).map((member) => member.subject);
  const cards = cardsBehind(standing, people.value, family);
  const moved = people.value.filter(
    ({ source, target }) => (source !== null && cards.has(source)) || (target !== null && cards.has(target)),
  );
  const given = [...cards].flatMap((subject) =>
    (handOuts.value.get(subject) ?? []).map((row) => ({ ...row, subject })),
  );
  // Money that was promised is due no more; whoever does not read of money is not told what was.
  const money: (HandOut & { clock: string })[] = promises.value
    .filter((row) => cards.has(row.card))
    .map(({ id, card, currency, amount, at, device, clock }) => {
      return {
        id,
        subject: card,
        item: currency,
        quantity: hundredthsOf(amount, currency),
        at,
        device,
        clock,
      };
    });
  const known: Known = {
    items: items.value.map((item) => ({ subject: item.subject, once_per: item.once_per ?? "none" })),
    told: [...moved, ...given, ...money].sort(inOrder),
    person: (one) => {
      const row = reception(one);
      return row ? personOf(row) : one === standing ? holderOf(card) : null;
    },
    familyOf: familyOfReception,
    membersOf: (one) => new Set([one, ...family(one)].sort()),
    versions: programmes.value,
  };
  return due(known, standing, at);
}

export function dueItem(card: Card, item: string): Due | null {
  return dueOf(card).find((row) => row.item === item) ?? null;
}

/** Programmes for which a colleague may give this card a voucher: those of its day. */
export function voucherProgrammes(card: Card): Programme[] {
  const row = reception(card.reception);
  const day = row ? personOf(row).day : holderOf(card).day;
  const standing = new Set(inForce(programmes.value, day));
  return programmes.value.filter((one) => one.with_voucher && standing.has(one));
}

export function programmeName(one: Programme): string {
  const { names } = one;
  return names[language.value] ?? names.ht ?? names.fr ?? names.en ?? Object.values(names)[0] ?? "";
}

/** Why something is due, or is not, in one sentence. Of what a voucher is for it says nothing. */
export function why(row: Due, card: Card): string {
  const own = reception(card.reception);
  const day = own ? personOf(own).day : holderOf(card).day;
  const version = inForce(programmes.value, day).find((one) => one.programme === row.programme);
  const programme =
    version && !version.with_voucher ? programmeName(version as Programme) : t("why.a_voucher");
  switch (row.why) {
    case "everybody":
      return t(row.per === "family" ? "why.everybody_family" : "why.everybody");
    case "programme":
    case "in_doubt": {
      const often = t(`why.often.${row.often}`, { n: row.hours ?? 0 });
      const per = t(row.per === "family" ? "why.per_family" : "why.per_person");
      return t(`why.${row.why}`, { programme, per, often });
    }
    case "again":
    case "not_yet":
      return t(`why.${row.why}`, { n: row.hours ?? 0, at: row.at === null ? "" : moment(row.at) });
    case "had_it":
      return row.given[0] ? t("serve.already", { when: whenAndWhere(row.given[0]) }) : "";
    case "voucher":
      return t(row.is_due ? "why.by_voucher" : "why.voucher");
    case "sex":
      return t(version?.sex === "male" ? "why.only_male" : "why.only_female", { programme });
    case "age": {
      const [from, to] = [version?.age_from ?? null, version?.age_to ?? null];
      const which = to === null ? "from" : from === null ? "to" : "between";
      return t(`why.age_${which}`, { programme, from: from ?? 0, n: to ?? from ?? 0 });
    }
    default:
      return t(`why.${row.why}`, { programme });
  }
}

/** What is due, with its number: an item as often as it is given, or an amount of money. */
export function nameOfDue(row: Due): string {
  if (!isCash(row.item)) return nameAndNumber(row.item, row.quantity);
  return t("serve.amount", { amount: amountOf(row.quantity), currency: row.item });
}

/** To whom it was given: this card, somebody of the family, or the household that this card came out of. */
export function givenTo(row: Due, card: string): "card" | "family" | "household" {
  if (row.per === "family") return "family";
  return row.given[0]?.subject === card ? "card" : "household";
}

/** Where and when, never who. */
export function whenAndWhere(given: HandOut): string {
  const own = useState().device;
  const label = record<{ label: string | null }>("access.device", given.device)?.label;
  const where =
    own?.id === given.device
      ? t("serve.on_this_tablet", { label: own.label })
      : (label ?? t("serve.on_another_tablet"));
  return t("serve.at_where", { at: moment(given.at), where });
}

export function nameAndNumber(item: string, n: number): string {
  return n === 1 ? itemName(item) : t("serve.times", { item: itemName(item), n });
}
