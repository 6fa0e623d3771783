// Says everything in the language that was chosen with one tap: Haitian Creole, French, Spanish or English.
import { ref, shallowRef } from "vue";
import { dayAndTime } from "../reading/days";
import { preferences } from "../shell/preferences";
import type { en as atWork } from "./at_work/en";
import type { en } from "./en";

export type MessageKey = keyof typeof en | keyof typeof atWork;
/** What is said before anybody has signed in, and always. */
export type Messages = Record<keyof typeof en, string>;
/** What is said to whoever has signed in: fetched then, so that a slow tablet shows its first page sooner. */
export type MessagesAtWork = Record<keyof typeof atWork, string>;
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

const AT_WORK: Record<Language, () => Promise<MessagesAtWork>> = {
  ht: async () => (await import("./at_work/ht")).ht,
  fr: async () => (await import("./at_work/fr")).fr,
  es: async () => (await import("./at_work/es")).es,
  en: async () => (await import("./at_work/en")).en,
};

export const language = ref<Language>("ht");
/** Whether what is said at the stations is there; from the first sign-in on it stays. */
export const isAtWork = ref(false);
const messages = shallowRef<Partial<Record<MessageKey, string>> | null>(null);

export async function setLanguage(to: Language): Promise<void> {
  const first = await LOADERS[to]();
  messages.value = isAtWork.value ? { ...first, ...(await AT_WORK[to]()) } : first;
  language.value = to;
  preferences.language = to;
  if (typeof document !== "undefined") document.documentElement.lang = to;
}

/** Somebody has signed in: fetches what the stations say. */
export async function goToWork(): Promise<void> {
  if (isAtWork.value) return;
  const to = language.value;
  const said = await AT_WORK[to]();
  // Somebody chose another language meanwhile.
  if (to !== language.value) return goToWork();
  messages.value = { ...messages.value, ...said };
  isAtWork.value = true;
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

/** What is said at work in another language than the one on the screen: for what is read aloud to people. */
export function messagesOf(of: Language): Promise<MessagesAtWork> {
  return AT_WORK[of]();
}
