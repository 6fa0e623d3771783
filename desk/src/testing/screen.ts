// A desk on a page with an invented day in memory, and a worker's hands on it: what tests of screens share.
import { type App, createApp, nextTick } from "vue";
import Desk from "../Desk.vue";
import { setLanguage } from "../languages";
import { acting, hideDone } from "../shell/acting";
import { preferences } from "../shell/preferences";
import { type Page, route } from "../shell/route";
import { setJournal } from "../the_journal";
import { aDay, cardNumber, FLIGHT } from "./cast";
import { type FakeJournal, fakeJournal } from "./fake_journal";

let app: App;
let root: HTMLElement;

/** Opens the desk at its first page; close it after the test. */
export async function openDesk(): Promise<FakeJournal> {
  await setLanguage("en");
  preferences.arrivals = [FLIGHT];
  preferences.counting = "count";
  acting.trouble = null;
  hideDone();
  const journal = fakeJournal(await aDay());
  setJournal(journal);
  route.value = { page: "home", params: {} };
  root = document.createElement("div");
  document.body.append(root);
  app = createApp(Desk);
  app.mount(root);
  await settle();
  return journal;
}
export function closeDesk(): void {
  app.unmount();
  root.remove();
}

/** The first element of this selector on the page. */
export function find<T extends Element = HTMLElement>(selector: string): T | null {
  return root.querySelector<T>(selector);
}
export const shown = () => root.textContent ?? "";
export const markup = () => root.innerHTML;

/** Lets promises, lazy pages and renders come to rest. */
export async function settle() {
  for (let i = 0; i < 12; i++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    await nextTick();
  }
}
export async function until(found: () => unknown) {
  // Pages are fetched and compiled when first opened, which takes a moment in a test.
  for (let i = 0; i < 1000 && !found(); i++) await new Promise((resolve) => setTimeout(resolve, 10));
  if (!found()) throw new Error(`waited in vain for ${found}`);
}
export function button(name: string | RegExp): HTMLButtonElement {
  const all = [...root.querySelectorAll("button")];
  const called = (b: Element) => {
    const heard = b.cloneNode(true) as Element;
    for (const hidden of heard.querySelectorAll("[aria-hidden]")) hidden.remove();
    return (b.getAttribute("aria-label") ?? heard.textContent ?? "").replace(/\s+/g, " ").trim();
  };
  const found = all.find((b) => (typeof name === "string" ? called(b) === name : name.test(called(b))));
  if (!found) throw new Error(`no button ${name} among: ${all.map(called).join(" | ")}`);
  return found;
}
/** Answers as soon as it does: on a busy machine a card takes a moment to be read. */
export async function found<T>(find: () => T): Promise<T> {
  for (let i = 0; i < 300; i++) {
    try {
      return find();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  return find();
}
export async function tap(name: string | RegExp) {
  (await found(() => button(name))).click();
  await settle();
}
export function field(label: string): HTMLInputElement {
  const of = [...root.querySelectorAll("label")].find((l) => l.textContent?.trim() === label);
  const input = of && root.querySelector<HTMLInputElement>(`[id="${of.htmlFor}"]`);
  if (!input) throw new Error(`no field ${label}`);
  return input;
}
export async function type(label: string, text: string) {
  const input = await found(() => field(label));
  input.value = text;
  input.dispatchEvent(new Event("input"));
  input.dispatchEvent(new Event("change"));
  await settle();
}
export async function scan(label: string, k: number) {
  await type(label, await cardNumber(k));
  const input = field(label);
  await send(input.form);
  // Reading a card takes a moment: then the field is empty for the next one, gone, or says what is wrong.
  await until(() => !input.isConnected || input.value === "" || input.getAttribute("aria-invalid"));
  await settle();
}
export async function station(name: Page) {
  route.value = { page: name, params: {} };
  await until(() => find(`[data-station="${name}"]`));
}

/** Sends the form that a field stands in, as the keyboard's OK does. */
export async function send(form: HTMLFormElement | null) {
  form?.dispatchEvent(new Event("submit", { cancelable: true }));
  await settle();
}
export async function signIn(pin = "123456") {
  await type("PIN", pin);
  await send(field("PIN").form);
}

/** Rose, 31, on card 3 and Naïma, 6, on card 4, whom she looks after. */
export async function aFamilyOfTwo() {
  await station("register");
  await tap("A family");
  await scan("Card of person 1", 3);
  await scan("Card of person 2", 4);
  await tap("Next: 2 people");
  await type("Given name 1", "Rose");
  await type("Age 1", "31");
  await type("Given name 2", "Naïma");
  await type("Age 2", "6");
  await tap(/^Rose ·/);
  await tap("Register 2 people");
}
