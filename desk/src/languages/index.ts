// Says everything in the language that was chosen with one tap: Haitian Creole, French, Spanish or English.
import { ref, shallowRef } from "vue";
import { dayAndTime } from "../reading/days";
import { preferences } from "../shell/preferences";
import type { en } from "./en";

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
export type Language = "ht" | "fr" | "es" | "en";
export const LANGUAGES: Language[] = ["ht", "fr", "es", "en"];

/** How each language calls itself, and its short sign for the switch. */
export const OWN_NAMES: Record<Language, string> = {
  ht: "Kreyòl",
  fr: "Français",
  es: "Español",
  en: "English",
};

const LOADERS: Record<Language, () => Promise<Messages>> = {
  ht: async () => (await import("./ht")).ht,
  fr: async () => (await import("./fr")).fr,
  es: async () => (await import("./es")).es,
  en: async () => (await import("./en")).en,
};

export const language = ref<Language>("ht");
const messages = shallowRef<Messages | null>(null);

export async function setLanguage(to: Language): Promise<void> {
  messages.value = await LOADERS[to]();
  language.value = to;
  preferences.language = to;
  if (typeof document !== "undefined") document.documentElement.lang = to;
}

export function firstLanguage(): Language {
  if (preferences.language) return preferences.language;
  const wished = typeof navigator === "undefined" ? "" : navigator.language.slice(0, 2);
  return LANGUAGES.find((l) => l === wished) ?? "ht";
}

/** Which form of "one|many" a number takes. Creole nouns do not change with the number. */
export function pluralForm(of: Language, n: number): 0 | 1 {
  if (of === "ht") return 0;
  if (of === "fr") return n < 2 ? 0 : 1;
  return n === 1 ? 0 : 1;
}

export type Params = Record<string, string | number>;

export function fill(message: string, params: Params, of: Language): string {
  const forms = message.split("|");
  const n = typeof params.n === "number" ? params.n : 1;
  const form = forms.length > 1 ? forms[pluralForm(of, n)]! : message;
  return form.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

export function t(key: MessageKey, params: Params = {}): string {
  return fill(messages.value?.[key] ?? "", params, language.value);
}

export function has(key: string): key is MessageKey {
  return messages.value !== null && key in messages.value;
}

/** A word for a value of the journal (a way of leaving, a reason); an unknown one is shown as it is. */
export function word(of: string, value: unknown): string {
  const key = `${of}.${String(value)}`;
  return has(key) ? t(key) : String(value ?? "");
}

/** "14:05" today, "19 Sep 14:05" on another day. */
export function moment(at: string | number): string {
  const then = dayAndTime(at);
  return then.day === dayAndTime(Date.now()).day ? then.time : `${dayInWords(then.day)} ${then.time}`;
}

/** No browser knows Creole months, so all four languages bring their own. */
export function dayInWords(day: string): string {
  const months = t("dates.months").split(" ");
  return `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1] ?? ""}`;
}

/** How long ago, in the largest unit that still says something. */
export function ago(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return t("dates.seconds", { n: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t("dates.minutes", { n: minutes });
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return t("dates.hours", { n: hours });
  return t("dates.days", { n: Math.floor(hours / 24) });
}

/** Another language than the one on the screen: for what is read aloud to people. */
export function messagesOf(of: Language): Promise<Messages> {
  return LOADERS[of]();
}
