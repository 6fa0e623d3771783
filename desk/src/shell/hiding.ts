// Hides what is on the screen when nobody touches the tablet, and brings the same worker back to the same field.
import { onActivated, onDeactivated, onMounted, onUnmounted, reactive, watch } from "vue";
import type { Wall } from "../journal/api";
import { useJournal } from "../the_journal";
import { acting, hideDone } from "./acting";
import { route, SHOWN } from "./route";

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
  isLeftAlone = false;
  field = byItself && document.activeElement instanceof HTMLElement ? document.activeElement : null;
  if (!byItself) throwAway();
  hideDone();
  acting.trouble = null;
  journal.changeWorker();
  // A page that is only hidden holds what was typed on it; without the page nothing needs it until its worker is back.
  if (!byItself) journal.begun.leave();
}

/** Pages of whoever worked here go, with all that they hold; what was begun is kept by itself. */
function throwAway(): void {
  hiding.session += 1;
  location.hash = "#/";
}

/** Called when somebody signed in: the same worker finds the page as it was. */
export function welcomeBack(worker: string): void {
  if (hiding.worker !== null && hiding.worker !== worker) {
    throwAway();
    field = null;
  }
  hiding.worker = worker;
  touchedAt = Date.now();
}

export function focusAgain(): void {
  field?.focus();
  field = null;
}

const LOCK_S = 180;

/** After how many seconds a page hides by itself, the shortest of what it shows; never, where it shows nobody. */
export function hidesAfter(walls: Iterable<Wall>, lockS: Partial<Record<Wall, number>>): number {
  return Math.min(...[...walls].map((wall) => lockS[wall] ?? LOCK_S));
}

function hidesNow(): number {
  const { page } = route.value;
  const shown = SHOWN[page];
  const walls = shown.length ? [...shown, ...[...views.values()].flat()] : [];
  return hidesAfter(walls, useJournal().state.lock_s);
}

/** What open views show beyond what their page does. */
const views = new Map<symbol, readonly Wall[]>();

/** Said by a view that shows what stands behind more walls than its page names. */
export function showsToo(...walls: Wall[]): void {
  const view = Symbol();
  const open = () => views.set(view, walls);
  const close = () => views.delete(view);
  onMounted(open);
  onActivated(open);
  onDeactivated(close);
  onUnmounted(close);
}

/** Nobody touched the tablet for long while it showed nobody: whoever leaves that page says who they are. */
let isLeftAlone = false;

function look(): void {
  const { state } = useJournal();
  if (state.phase !== "open") return;
  const idleS = (Date.now() - touchedAt) / 1000;
  const afterS = hidesNow();
  if (afterS === Number.POSITIVE_INFINITY) isLeftAlone ||= idleS >= hidesAfter(["reception"], state.lock_s);
  else if (isLeftAlone || idleS >= afterS) hide(true);
}

/** A camera reading cards in a run is use, too. */
export function touch(): void {
  // Looks first: a tablet that slept has not looked for long, and the touch that wakes it may be a stranger's.
  look();
  touchedAt = Date.now();
}

/** Looks every second, at every touch and when a page is left; gives how to stop. */
export function startHiding(): () => void {
  const events = ["pointerdown", "keydown", "input"];
  for (const event of events) addEventListener(event, touch, { passive: true, capture: true });
  const timer = setInterval(look, 1000);
  const unwatch = watch(() => route.value.page, look, { flush: "sync" });
  return () => {
    for (const event of events) removeEventListener(event, touch, { capture: true });
    clearInterval(timer);
    unwatch();
  };
}
