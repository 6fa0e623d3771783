// What a scanner reads or a worker types becomes a card number, or a reason why it is none.
import { hasRightCheckDigit } from "./check_digit";

export interface CardText {
  number: string;
  token: string | null;
  /** Which code was scanned; null when the number was typed. The back carries the silent request. */
  is_front: boolean | null;
}

export type NotACard =
  | "card_number_empty"
  | "card_number_too_short"
  | "card_number_too_long"
  | "card_number_mistyped"
  | "card_number_not_digits"
  | "card_code_unknown";

const SCANNED = /^A1(B?):(\d{8}):([A-Z2-7]{8})$/;

export function parseCard(text: string): CardText | NotACard {
  const trimmed = text.trim();
  if (trimmed.includes(":")) {
    const scanned = SCANNED.exec(trimmed.toUpperCase());
    if (!scanned) return "card_code_unknown";
    const number = scanned[2]!;
    if (!hasRightCheckDigit(number)) return "card_number_mistyped";
    return { number, token: scanned[3]!, is_front: scanned[1] === "" };
  }
  const digits = trimmed.replace(/[\s.\-–]/g, "");
  if (digits === "") return "card_number_empty";
  if (!/^[0-9]+$/.test(digits)) return "card_number_not_digits";
  if (digits.length < 8) return "card_number_too_short";
  if (digits.length > 8) return "card_number_too_long";
  if (!hasRightCheckDigit(digits)) return "card_number_mistyped";
  return { number: digits, token: null, is_front: null };
}

/** As it is printed and read aloud: "4182 9375". */
export function inGroups(number: string): string {
  return number.length === 8 ? `${number.slice(0, 4)} ${number.slice(4)}` : number;
}
