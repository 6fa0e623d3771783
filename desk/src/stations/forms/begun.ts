// A form that a worker began to ask and has not told yet.
import type { Language } from "../../languages";
import type { Card } from "../../reading/cards";
import type { AskedForm } from "../../reading/forms";
import { draft, draftsOf } from "../../shell/drafts";
import type { Interpreter } from "./facts";

export interface BegunForm {
  card: Card;
  /** The version it was begun with, also when a newer one is published meanwhile. */
  form: AskedForm;
  language: Language;
  interpreter: Interpreter;
  /** The instance as XML, once something was answered. */
  instance: string | null;
}

const FORM = "form ";

export const nameOfDraft = (form: AskedForm, card: Card) => `${FORM}${form.form} ${card.reception}`;

export function begunForm(begin: Omit<BegunForm, "instance">) {
  return draft(nameOfDraft(begin.form, begin.card), (): BegunForm => ({ ...begin, instance: null }));
}

export function notFinished(): [name: string, begun: BegunForm][] {
  return draftsOf<BegunForm>(FORM).filter(([, one]) => one.instance !== null);
}
