// From what is printed on a card to the person it stands for, alike on every tablet, with or without a network.
import {
  CARD_NOT_OURS,
  CARD_REPLACED,
  NO_SERIES_HERE,
  NOT_A_CARD,
  WRONG_CHECK_DIGIT,
  WRONG_LENGTH,
} from "../contracts/errors.gen";
import { DeskError, type Draft } from "../journal/api";
import { inGroups, type NotACard, parseCard } from "../rules/card_text";
import { bytesOfBase64, type Drawn, drawSeries, receptionId, rollId } from "../rules/series";
import { arrivalOfReception, chosenArrivals, scopeOf } from "./arrivals";
import { cardOf, reception, replacements, standingReception } from "./people";
import { entries } from "./rows";

export interface SeriesFields {
  name: string;
  prefix: string;
  secret: string;
  count: number;
  roll_size: number;
}

export interface Card {
  number: string;
  /** The id that this card makes by itself. */
  own: string;
  /** The reception it stands for, after replacements. */
  reception: string;
  roll: string | null;
  rollNumber: number | null;
  series: string | null;
  /** Its back was scanned: the holder asks for a private talk. */
  is_turned_over: boolean;
  /** Taken, but of no series that this tablet knows. */
  is_of_no_series: boolean;
}

const PROBLEMS: Record<NotACard, number> = {
  card_number_empty: WRONG_LENGTH,
  card_number_too_short: WRONG_LENGTH,
  card_number_too_long: WRONG_LENGTH,
  card_number_mistyped: WRONG_CHECK_DIGIT,
  card_number_not_digits: NOT_A_CARD,
  card_code_unknown: NOT_A_CARD,
};

const draws = new Map<string, Promise<Drawn>>();

function drawn(series: SeriesFields): Promise<Drawn> {
  const key = `${series.secret}:${series.count}`;
  let found = draws.get(key);
  if (!found) {
    found = drawSeries({ secret: bytesOfBase64(series.secret), count: series.count });
    draws.set(key, found);
  }
  return found;
}

/** Reads a card without asking whether its number died; replacing and undoing need that. */
export async function readAnyCard(text: string): Promise<Card> {
  const parsed = parseCard(text);
  if (typeof parsed === "string") throw new DeskError(PROBLEMS[parsed]);
  const all = entries<SeriesFields>("people.series").filter((series) => series.secret);
  const prefix = parsed.number.slice(0, 3);
  const series = all.find((s) => s.prefix === prefix);
  const from = series ?? all.find((s) => s.prefix === "");
  if (!from) throw new DeskError(NO_SERIES_HERE);

  let roll: string | null = null;
  let rollNumber: number | null = null;
  const secret = bytesOfBase64(from.secret);
  if (series) {
    const numbers = await drawn(series);
    const index = numbers.indexOf.get(Number(parsed.number.slice(3, 7)));
    if (index !== undefined) {
      const printed = parsed.is_front === false ? numbers.backToken(index) : numbers.frontToken(index);
      if (parsed.token !== null && parsed.token !== printed) throw new DeskError(CARD_NOT_OURS);
      rollNumber = Math.floor(index / series.roll_size);
      roll = await rollId(secret, rollNumber);
    } else if (parsed.token !== null) throw new DeskError(CARD_NOT_OURS);
  }
  const own = await receptionId(secret, parsed.number);
  return {
    number: parsed.number,
    own,
    reception: standingReception(own),
    roll,
    rollNumber,
    series: series?.subject ?? null,
    is_turned_over: parsed.is_front === false,
    is_of_no_series: !series,
  };
}

/** Reads the card that a person holds; the number of a replaced card is dead and says so. */
export async function readCard(text: string): Promise<Card> {
  const card = await readAnyCard(text);
  const dead = replacements.value.find((r) => r.old_card === card.number);
  const now = cardOf(reception(card.reception));
  if (dead && now !== card.number) {
    throw new DeskError(CARD_REPLACED, {
      card: inGroups(card.number),
      new_card: inGroups(now || dead.new_card),
    });
  }
  return card;
}

/** Makes a card known with the first thing that is told about its holder. */
export function introduce(card: Card): Draft[] {
  if (reception(card.reception)?.card) return [];
  const body: Record<string, unknown> = { card: card.number };
  if (card.roll) body.roll = card.roll;
  else if (arrivalWithoutRoll(card)) body.arrival = arrivalWithoutRoll(card);
  return [{ kind: "people.reception", subject: card.reception, body, arrivals: scopeOfCard(card) }];
}

/** A card of no roll can follow no arrival: it gets the one that this station works on, if it is only one. */
function arrivalWithoutRoll(card: Card): string | null {
  return card.roll === null && chosenArrivals.value.length === 1 ? chosenArrivals.value[0]!.subject : null;
}

function beginning(card: Card) {
  return reception(card.reception) ?? { roll: card.roll, arrival: arrivalWithoutRoll(card) };
}

export function scopeOfCard(card: Card): string[] {
  return scopeOf(beginning(card));
}

export function arrivalOfCard(card: Card): string | null {
  return arrivalOfReception(beginning(card));
}
