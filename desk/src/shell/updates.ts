// Keeps the desk on the tablet for the day without a network, and offers a newer one: never forced, never with unsent facts.
import { shallowRef } from "vue";
import { freshen } from "./recordings";

/** A newer desk waits; it takes over only when somebody says so. */
export const waiting = shallowRef<ServiceWorker | null>(null);
/** The desk lies on this tablet with all its files: it opens without a hub. */
export const isKept = shallowRef(true);
let isWanted = false;

/** A tablet that stays open for days asks now and then what the hub has now. */
const AGAIN_MS = 15 * 60_000;

export function takeNewDesk(): void {
  isWanted = true;
  waiting.value?.postMessage({ type: "SKIP_WAITING" });
}

export async function watchForUpdates(): Promise<void> {
  if (import.meta.env.DEV) return;
  isKept.value = Boolean(navigator.serviceWorker?.controller);
  if (!("serviceWorker" in navigator)) return;
  const base = import.meta.env.BASE_URL;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    // The first worker takes the page over without a reload, once every file is there; a newer one only after the tap.
    isKept.value = true;
    if (isWanted) location.reload();
  });
  try {
    const registration = await navigator.serviceWorker.register(`${base}sw.js`, { scope: base });
    const look = () => {
      if (registration.waiting && navigator.serviceWorker.controller) waiting.value = registration.waiting;
    };
    look();
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", look);
    });
    void freshen();
    setInterval(() => {
      registration.update().catch(() => undefined);
      void freshen();
    }, AGAIN_MS);
  } catch {
    // No service worker (private mode, no secure origin): the desk works, but not after a reload without a network.
  }
}
