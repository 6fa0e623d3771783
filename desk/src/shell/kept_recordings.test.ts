// What a team records itself reaches a tablet, and stays on it when the hub is gone.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answerAudio, freshenRecordings, LIST, NOW } from "./kept_recordings";

const AUDIO = "https://hub.example/desk/audio/";
let hub: Record<string, string> | null;
let asked: string[];

beforeEach(() => {
  hub = { "welcome.ht.mp3": "stand-in", "welcome.fr.mp3": "suppléant" };
  asked = [];
  const kept = new Map<string, Response>();
  const cache = {
    match: async (url: string) => kept.get(url)?.clone(),
    put: async (url: string, answer: Response) => void kept.set(url, answer),
    delete: async (url: string) => kept.delete(url),
  };
  vi.stubGlobal("caches", { open: async () => cache });
  vi.stubGlobal("fetch", async (url: string) => {
    if (!hub) throw new TypeError("no network");
    const name = url.slice(AUDIO.length);
    asked.push(name);
    // A revision that changes with the content, as the hub's do.
    if (name === LIST) return Response.json({ ...hub });
    return name in hub ? new Response(hub[name]) : new Response("", { status: 404 });
  });
});
afterEach(() => vi.unstubAllGlobals());

const heard = async (name: string) => (await answerAudio(AUDIO, AUDIO + name)).text();
const listed = async () => Object.keys(await (await answerAudio(AUDIO, AUDIO + LIST)).json());

test("every recording is kept from the first visit on, and heard without a network", async () => {
  await freshenRecordings(AUDIO);
  hub = null;
  expect(await heard("welcome.ht.mp3")).toBe("stand-in");
  expect(await heard("welcome.fr.mp3")).toBe("suppléant");
});

test("a replaced recording and the words beside it come with the next look, the others are not fetched again", async () => {
  await freshenRecordings(AUDIO);
  hub = { "welcome.ht.mp3": "our own voice", "welcome.ht.txt": "pawòl nou", "welcome.fr.mp3": "suppléant" };
  asked = [];
  await answerAudio(AUDIO, AUDIO + LIST + NOW);
  expect(asked.sort()).toEqual([LIST, "welcome.ht.mp3", "welcome.ht.txt"]);
  hub = null;
  await answerAudio(AUDIO, AUDIO + LIST + NOW);
  expect(await heard("welcome.ht.mp3")).toBe("our own voice");
  expect(await heard("welcome.ht.txt")).toBe("pawòl nou");
});

test("words that a team took away again are dropped", async () => {
  hub = { "welcome.ht.mp3": "our own voice", "welcome.ht.txt": "pawòl nou" };
  await freshenRecordings(AUDIO);
  hub = { "welcome.ht.mp3": "stand-in" };
  await freshenRecordings(AUDIO);
  expect(await listed()).toEqual(["welcome.ht.mp3"]);
});

test("what could not be fetched is asked for again, and the one before is heard meanwhile", async () => {
  await freshenRecordings(AUDIO);
  const whole = globalThis.fetch;
  vi.stubGlobal("fetch", async (url: string) =>
    url.endsWith("welcome.ht.mp3") ? Promise.reject(new TypeError("broken off")) : whole(url),
  );
  hub = { "welcome.ht.mp3": "our own voice" };
  await freshenRecordings(AUDIO);
  expect(await heard("welcome.ht.mp3")).toBe("stand-in");
  vi.stubGlobal("fetch", whole);
  await freshenRecordings(AUDIO);
  expect(await heard("welcome.ht.mp3")).toBe("our own voice");
});

test("a tablet that kept nothing yet asks the hub itself", async () => {
  expect(await heard("welcome.ht.mp3")).toBe("stand-in");
  hub = null;
  expect((await answerAudio(AUDIO, `${AUDIO}welcome.ht.mp3`)).type).toBe("error");
});
