// One form as it is asked: Enketo's engine behind four verbs. Fetched only when a form is opened.
import { Form } from "enketo-core";
import "./forms.css";

export interface Page {
  form: string;
  model: string;
}
export interface Running {
  languages: string[];
  speak(language: string): void;
  /** Whether everything that has to be answered is, and as it can be; shows where not. */
  isRight(): Promise<boolean>;
  /** The instance as XML: to go on with later, or to tell. What is not asked is left out of what is told. */
  draft(): string;
  told(): string;
  stop(): void;
}

export interface Words {
  required: string;
  not_right: string;
}

export function run(
  holder: HTMLElement,
  page: Page,
  {
    draft,
    language,
    words,
    changed,
  }: { draft: string | null; language: string; words: Words; changed: () => void },
): Running {
  // Made by the server's own stylesheets from a form that was published; the content policy lets no script in it run.
  holder.innerHTML = page.form;
  const element = holder.querySelector("form")!;
  for (const one of element.querySelectorAll<HTMLElement>("[data-i18n='constraint.required']"))
    say(one, words.required);
  for (const one of element.querySelectorAll<HTMLElement>("[data-i18n='constraint.invalid']"))
    say(one, words.not_right);
  // A sound that nobody recorded yet: the words are there.
  for (const sound of element.querySelectorAll("audio"))
    sound.addEventListener("error", () => sound.remove());
  // A form sent by its own keyboard would leave the page.
  element.addEventListener("submit", (event) => event.preventDefault());
  const data = draft === null ? { modelStr: page.model } : { modelStr: page.model, instanceStr: draft };
  const form = new Form(element, data, { language });
  const wrong = form.init();
  if (wrong.length) throw new Error("the form cannot be run");
  form.model.events.addEventListener("dataupdate", changed);
  return {
    languages: form.languages,
    speak: (to) => form.langs.setFormUi(to),
    async isRight() {
      if (await form.validate()) return true;
      const first = element.querySelector(".invalid-required, .invalid-constraint");
      first?.scrollIntoView({ block: "center" });
      first?.querySelector<HTMLElement>("input, textarea")?.focus({ preventScroll: true });
      return false;
    },
    draft: () => form.getDataStr(),
    told: () => form.getDataStr({ irrelevant: false }),
    stop() {
      form.model.events.removeEventListener("dataupdate", changed);
      form.resetView();
      holder.replaceChildren();
    },
  };
}

function say(where: HTMLElement, what: string): void {
  where.textContent = what;
}
