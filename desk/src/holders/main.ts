// On the office pages of holders: makes a key, opens a lock. The private half is nowhere but in this page while it is open.

import { base64 } from "../journal/bytes";
import type { Language } from "../languages";
import { type Inside, type Lock, openInner, openOuter, pairOf, publicHalf } from "../seal/box";
import { asFile, fromFile } from "../seal/key_file";
import { joinedAgain, type Piece } from "../seal/pieces";
import { entropyOf, wordsOf } from "../seal/words";

const find = <T extends HTMLElement>(sign: string): T | null => document.querySelector<T>(`[data-${sign}]`);
const language = document.documentElement.lang as Language;

function show(sign: string, isShown: boolean): void {
  for (const one of document.querySelectorAll<HTMLElement>(`[data-${sign}]`)) one.hidden = !isShown;
}

// ---- a new key ----

function startMaking(form: HTMLFormElement): void {
  const words = find<HTMLOListElement>("words")!;
  const phrase = find<HTMLInputElement>("phrase")!;
  let entropy: Uint8Array | null = null;

  find("make")!.addEventListener("click", async () => {
    entropy = crypto.getRandomValues(new Uint8Array(32));
    const list = await wordsOf(entropy, language);
    words.replaceChildren(
      ...list.map((word) => Object.assign(document.createElement("li"), { textContent: word })),
    );
    (form.elements.namedItem("public_key") as HTMLInputElement).value = await publicHalf(
      await pairOf(entropy),
    );
    show("made", true);
    show("unmade", false);
  });
  find("print")!.addEventListener("click", () => print());
  find("save")!.addEventListener("click", async () => {
    show("phrase-short", phrase.value.length < 12);
    if (!entropy || phrase.value.length < 12) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([await asFile(entropy, phrase.value)]));
    link.download = "akeyi-key.json";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  // Whoever cannot say them again has not kept them.
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const again = await entropyOf(find<HTMLTextAreaElement>("again")!.value);
    const isSame = entropy !== null && again !== null && base64(again) === base64(entropy);
    show("not-same", !isSame);
    if (!isSame) return;
    words.replaceChildren();
    form.submit();
  });
}

// ---- a lock ----

interface Asked {
  box: string;
  /** `other`: the key whose lock comes next, or was opened before. */
  locks: { key: string; sealed: string; other: string }[];
  /** Empty where this is the first lock. */
  content: string;
  pieces: string;
  read: string;
}

async function typedKey(): Promise<Uint8Array | null> {
  const [file] = find<HTMLInputElement>("key-file")!.files ?? [];
  if (file) return fromFile(await file.text(), find<HTMLInputElement>("key-phrase")!.value);
  return entropyOf(find<HTMLTextAreaElement>("key-words")!.value);
}

function startOpening(form: HTMLFormElement): void {
  const asked: Asked = JSON.parse(form.dataset.lock ?? "");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    show("wrong-key", false);
    const entropy = await typedKey();
    const pair = entropy && (await pairOf(entropy));
    const isOpen =
      pair && (asked.content ? await readWith(asked, pair, form) : await peel(asked, pair, form));
    show("wrong-key", !isOpen);
  });
}

/** The first lock: hands over what the second holder alone can open. */
async function peel(asked: Asked, pair: CryptoKeyPair, form: HTMLFormElement): Promise<boolean> {
  let isAny = false;
  for (const { key, other, sealed } of asked.locks) {
    const lock: Lock = { outer: key, inner: other, key: sealed };
    try {
      const left = await openOuter(asked.box, lock, pair);
      for (const [name, value] of [
        ["outer", key],
        ["inner", other],
        ["key", left],
      ])
        form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      isAny = true;
    } catch {
      // Of another key of the same holder.
    }
  }
  if (isAny) {
    forget();
    form.submit();
  }
  return isAny;
}

/** The second lock: what was said is shown, here alone. */
async function readWith(asked: Asked, pair: CryptoKeyPair, form: HTMLFormElement): Promise<boolean> {
  const inside = await openedWith(asked, pair);
  if (!inside) return false;
  showInside(inside);
  forget();
  form.hidden = true;
  // Whatever is inside: only so does nobody outside learn which statement was recorded.
  const beside = await piecesOfItsDay(asked);
  const voice = inside.what === "statement" ? inside.voice : null;
  const isWhole = !voice || (beside !== null && (await showVoice(voice, beside)));
  show("no-voice", !isWhole);
  // While a recording is missing the lock stays open for its day: it may come yet.
  if (isWhole) await fetch(asked.read, { method: "POST", body: new FormData(form) });
  return true;
}

async function openedWith(asked: Asked, pair: CryptoKeyPair): Promise<Inside | null> {
  for (const { key, other, sealed } of asked.locks) {
    try {
      return await openInner(asked.box, { outer: other, inner: key }, sealed, asked.content, pair);
    } catch {
      // Of another key of the same holder.
    }
  }
  return null;
}

async function piecesOfItsDay({ pieces }: Asked): Promise<Piece[] | null> {
  try {
    const answer = await fetch(pieces);
    return answer.ok ? ((await answer.json()) as Piece[]) : null;
  } catch {
    return null;
  }
}

async function showVoice(voice: { key: string; type: string }, among: Piece[]): Promise<boolean> {
  const bytes = await joinedAgain(voice.key, among);
  if (!bytes) return false;
  const audio = find<HTMLAudioElement>("audio")!;
  // What a browser records does not say how long it is until somebody went to its end.
  audio.addEventListener(
    "loadedmetadata",
    () => {
      if (Number.isFinite(audio.duration)) return;
      audio.addEventListener("durationchange", () => (audio.currentTime = 0), { once: true });
      audio.currentTime = Number.MAX_SAFE_INTEGER;
    },
    { once: true },
  );
  audio.src = URL.createObjectURL(new Blob([bytes], { type: voice.type }));
  show("voice", true);
  return true;
}

function showInside(inside: Inside): void {
  show(inside.what, true);
  show("inside", true);
  if (inside.what === "statement") show(`use-${inside.use}`, true);
  for (const [name, value] of Object.entries(inside)) {
    for (const one of document.querySelectorAll<HTMLElement>(
      `[data-${inside.what}] [data-field="${name}"]`,
    )) {
      if (one instanceof HTMLAnchorElement) {
        one.hidden = value === null;
        one.href = one.href.replace("00000000-0000-0000-0000-000000000000", String(value));
      } else one.textContent = String(value || "–");
    }
  }
}

/** What was typed goes, whatever the page still shows. */
function forget(): void {
  for (const one of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-secret]"))
    one.value = "";
}

if (globalThis.crypto?.subtle) {
  const making = find<HTMLFormElement>("key-maker");
  if (making) startMaking(making);
  const opening = find<HTMLFormElement>("lock");
  if (opening) startOpening(opening);
} else show("no-crypto", true);
