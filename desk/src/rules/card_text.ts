// What a scanner reads or a worker types becomes a card number, or a reason why it is none.
import { hasRightCheckDigit } from "./check_digit";

export interface CardText {
  number: string;
  token: string | null;
  /** The back of the card carries the silent request. */
  side: "front" | "back";
}

export type NotACard = "not_a_card" | "wrong_length" | "wrong_check_digit";

const SCANNED = /^A1(B?):(\d{8}):([A-Z2-7]{8})$/;

export function parseCard(text: string): CardText | NotACard {
  const trimmed = text.trim();
  const scanned = SCANNED.exec(trimmed.toUpperCase());
  if (scanned) {
    const number = scanned[2]!;
    if (!hasRightCheckDigit(number)) return "wrong_check_digit";
    return { number, token: scanned[3]!, side: scanned[1] ? "back" : "front" };
  }
  const digits = trimmed.replace(/[\s.\-–]/g, "");
  if (!/^\d+$/.test(digits)) return "not_a_card";
  if (digits.length !== 8) return "wrong_length";
  if (!hasRightCheckDigit(digits)) return "wrong_check_digit";
  return { number: digits, token: null, side: "front" };
}

/** As it is printed and read aloud: "4182 9375". */
export function inGroups(number: string): string {
  return number.length === 8 ? `${number.slice(0, 4)} ${number.slice(4)}` : number;
}
