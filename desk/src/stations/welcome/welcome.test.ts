// @vitest-environment happy-dom
// The recorded welcome as a worker plays it: in the language of the people, with its words, and read aloud where it is missing.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { button, closeDesk, find, openDesk, settle, shown, station, tap, until } from "../../testing/screen";

let played: string[];
let stopped: number;
let isThere: boolean;
/** The team's own words beside its recording, by file. */
let own: Record<string, string>;

class Player {
  onended: (() => void) | null = null;
  constructor(readonly file: string) {}
  async play() {
    if (!isThere) throw new DOMException("no such file", "NotSupportedError");
    played.push(this.file);
  }
  pause() {
    stopped++;
  }
}

beforeEach(async () => {
  played = [];
  stopped = 0;
  isThere = true;
  own = {};
  vi.stubGlobal("Audio", Player);
  vi.stubGlobal("fetch", async (address: string) => {
    const name = address.split("/").at(-1)!;
    return name.startsWith("recordings.json") ? Response.json(own) : new Response(own[name]);
  });
  await openDesk();
  await station("welcome");
});
afterEach(() => {
  closeDesk();
  vi.unstubAllGlobals();
});

const words = () => find("[data-testid='recorded-words']")?.textContent ?? "";

test("one tap plays the welcome in the people's language, not in the worker's, with its words", async () => {
  expect(words()).toContain("You are in Haiti");
  await tap("Kreyòl");
  await until(() => words().includes("Ou rive ann Ayiti"));
  expect(played).toEqual(["/audio/welcome.ht.mp3"]);
  expect(button("Kreyòl").getAttribute("aria-pressed")).toBe("true");
  expect(shown()).toContain("Say first where this is: Port-au-Prince.");
});

test("another tap stops it, and so does leaving the page", async () => {
  await tap("Kreyòl");
  await tap("Kreyòl");
  expect(stopped).toBe(1);
  await tap("Français");
  await station("count");
  expect(stopped).toBe(2);
});

test("every language says where, what comes next, that it is free, that no is a good answer, and how to speak in private", async () => {
  for (const [name, said] of [
    ["Kreyòl", ["Ayiti", "kat", "gratis", "di non", "an prive"]],
    ["Français", ["Haïti", "carte", "gratuit", "refuser", "en privé"]],
    ["Español", ["Haití", "tarjeta", "gratis", "negarse", "en privado"]],
    ["English", ["Haiti", "card", "free", "say no", "in private"]],
  ] as const) {
    await tap(name);
    await until(() => said.every((word) => words().includes(word)));
  }
});

test("a team's own words stand beside its own recording", async () => {
  own = { "welcome.ht.mp3": "1", "welcome.ht.txt": "Byenveni Wanament." };
  await tap("Kreyòl");
  await until(() => words() === "Byenveni Wanament.");
});

test("a recording that is not on the tablet is read aloud", async () => {
  isThere = false;
  await tap("Español");
  await settle();
  expect(shown()).toContain("This recording is not on the tablet. Read the words aloud.");
  expect(button("Español").getAttribute("aria-pressed")).toBe("false");
});
