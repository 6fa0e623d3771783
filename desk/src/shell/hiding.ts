// Hides what is on the screen when nobody touches the tablet, and brings the same worker back to the same field.
import { reactive } from "vue";
import { useJournal } from "../the_journal";
import { acting, hideDone } from "./acting";
import { NEVER_HIDES, route } from "./route";

export const hiding = reactive({
  /** Who worked when the screen was hidden: only this worker gets the half-filled page back. */
  worker: null as string | null,
  /** Grows when another worker signs in: pages of the one before are thrown away. */
  session: 0,
  by_itself: false,
});

let touchedAt = Date.now();
let field: HTMLElement | null = null;

export function hide(byItself: boolean): void {
  const journal = useJournal();
  hiding.worker = journal.state.worker?.id ?? null;
  hiding.by_itself = byItself;
  field = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  hideDone();
  acting.trouble = null;
  journal.changeWorker();
}

/** Called when somebody signed in: the same worker finds the page as it was. */
export function welcomeBack(worker: string): void {
  if (hiding.worker !== null && hiding.worker !== worker) {
    hiding.session += 1;
    location.hash = "#/";
    field = null;
  }
  hiding.worker = worker;
  touchedAt = Date.now();
}

export function focusAgain(): void {
  field?.focus();
  field = null;
}

export function isIdle(page: typeof route.value.page, idleMs: number, lockS: number): boolean {
  return !NEVER_HIDES.includes(page) && idleMs >= lockS * 1000;
}

const LOCK_S = 180;

export function startHiding(): void {
  const touched = () => {
    touchedAt = Date.now();
  };
  for (const event of ["pointerdown", "keydown", "input"])
    addEventListener(event, touched, { passive: true });
  setInterval(() => {
    const state = useJournal().state;
    if (state.phase !== "open") return;
    // A camera reading cards in a run is use, too: stations call touch() when a card was read.
    if (isIdle(route.value.page, Date.now() - touchedAt, state.lock_s.reception ?? LOCK_S)) hide(true);
  }, 1000);
}

export function touch(): void {
  touchedAt = Date.now();
}
