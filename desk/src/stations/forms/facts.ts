// What is told when somebody answered a form: one fact behind the wall of the form.
import type { Draft, Wall } from "../../journal/api";
import type { Language } from "../../languages";
import type { Card } from "../../reading/cards";
import { introduce, scopeOfCard } from "../../reading/cards";
import type { AskedForm } from "../../reading/forms";
import { shouldNotTravel } from "../../rules/screening";
import { travelling } from "../screen/facts";

export const INTERPRETERS = ["nobody", "worker", "phone", "relative", "other"] as const;
export type Interpreter = (typeof INTERPRETERS)[number];

export interface Answered {
  answers: Record<string, string>;
  language: Language;
  interpreter: Interpreter;
}

/** Every question with an answer, by its path without the form's own name; what the form keeps for itself is none. */
export function answersOf(instance: string): Record<string, string> {
  const root = new DOMParser().parseFromString(instance, "text/xml").documentElement;
  const answers: Record<string, string> = {};
  const take = (node: Element, path: string) => {
    for (const child of node.children) {
      if (child.localName === "meta") continue;
      const here = path ? `${path}/${child.localName}` : child.localName;
      const said = child.children.length ? "" : (child.textContent ?? "").trim();
      if (said) answers[here] = said;
      take(child, here);
    }
  };
  take(root, "");
  return answers;
}

export function answered(card: Card, form: AskedForm, told: Answered): Draft[] {
  const kind =
    form.wall === "reception" ? "screening.answer" : `screening.answer_${form.wall satisfies Wall}`;
  return [
    ...introduce(card),
    { kind, subject: card.reception, arrivals: scopeOfCard(card), body: { version: form.id, ...told } },
    ...(form.wall === "health" ? travelling(card, shouldNotTravel(told.answers)) : []),
  ];
}
