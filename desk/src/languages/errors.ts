// What went wrong and what to do now, in the language of the screen.

import { UNEXPECTED } from "../contracts/errors.gen";
import { DeskError } from "../journal/api";
import { has, t } from ".";

export function asDeskError(error: unknown): DeskError {
  return error instanceof DeskError ? error : new DeskError(UNEXPECTED);
}

export function said({ number, params }: DeskError): { what: string; next: string } {
  const what = `error.${number}.what`;
  const next = `error.${number}.next`;
  if (has(what) && has(next)) return { what: t(what, params), next: t(next, params) };
  // A hub newer than this desk brings words of its own.
  if (params.sentence) return { what: String(params.sentence), next: String(params.next ?? "") };
  return { what: t(`error.${UNEXPECTED}.what`), next: t(`error.${UNEXPECTED}.next`) };
}
