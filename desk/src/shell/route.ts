// Which page is open, kept in the address after the #, so that back and reload do what one expects.
import { ref } from "vue";
import type { Wall } from "../journal/api";

export const STATIONS = [
  "arrivals",
  "welcome",
  "count",
  "register",
  "serve",
  "pay",
  "screen",
  "children",
  "forms",
  "leave",
  "trips",
  "households",
  "cards",
  "board",
  "safety",
  "property",
] as const;
export type Station = (typeof STATIONS)[number];
/**
 * `sealed` is no place in the hall: whoever is signed in may open it for somebody, and hand the tablet over.
 * `complaint` is open while nobody is signed in, and only then; `speak` knows nobody and is always open.
 */
export type Page = "home" | "enrol" | "sealed" | "complaint" | "speak" | Station;

/**
 * Behind which walls stands what a page shows; a view of it may show more (StationFrame's `walls`).
 * A page that holds no person names none and stays open when nobody touches the tablet.
 */
export const SHOWN: Record<Page, readonly Wall[]> = {
  home: ["reception"],
  enrol: ["reception"],
  sealed: ["protection"],
  complaint: [],
  speak: [],
  arrivals: ["reception"],
  welcome: [],
  count: [],
  register: ["reception"],
  serve: ["reception", "assistance"],
  pay: ["reception", "cash"],
  forms: ["reception"],
  leave: ["reception"],
  trips: ["reception"],
  households: ["reception"],
  cards: ["reception", "assistance"],
  screen: ["reception", "triage"],
  children: ["reception"],
  board: [],
  safety: ["reception"],
  property: ["reception"],
};

/** Calling people and taking them in: what a pause of the hall stops. */
export const STOPPED: readonly Page[] = ["welcome", "count", "register", "households"];

export interface Route {
  page: Page;
  params: Record<string, string>;
}

export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?");
  const page = ["enrol", "sealed", "complaint", "speak", ...STATIONS].includes(path)
    ? (path as Page)
    : "home";
  return { page, params: Object.fromEntries(new URLSearchParams(query)) };
}

export const route = ref<Route>({ page: "home", params: {} });

export function go(page: Page, params: Record<string, string> = {}): void {
  const query = new URLSearchParams(params).toString();
  location.hash = `#/${page === "home" ? "" : page}${query ? `?${query}` : ""}`;
}

/** Takes a code out of the address, so that it is not kept in the history. */
export function forgetParams(): void {
  history.replaceState(null, "", `#/${route.value.page === "home" ? "" : route.value.page}`);
  route.value = { page: route.value.page, params: {} };
}

export function startRouting(): void {
  const read = () => {
    route.value = parseRoute(location.hash);
  };
  addEventListener("hashchange", read);
  read();
}
