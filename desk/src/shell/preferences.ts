// What this tablet was set to by hand: language, theme, where it stands. Nothing about a person.
import { reactive, watch } from "vue";
import type { Journal } from "../journal/api";
import { readSettings } from "../journal/settings";

export type Theme = "light" | "night" | "sunlight";
export const THEMES: Theme[] = ["light", "night", "sunlight"];

export interface Preferences {
  language: "ht" | "fr" | "es" | "en" | null;
  theme: Theme;
  /** The arrivals this station works on, the first being the one that is counted. */
  arrivals: string[];
  door: string;
  counting: "count" | "check";
  /** Out of which store this tablet gives, and in which shift that was said. */
  store: { id: string; shift: string } | null;
}

export const preferences = reactive<Preferences>({
  language: null,
  theme: "light",
  arrivals: [],
  door: "1",
  counting: "count",
  store: null,
});

export async function readPreferences(): Promise<void> {
  try {
    Object.assign(preferences, JSON.parse((await readSettings()) ?? "{}"));
  } catch {
    // Blocked or damaged storage is no reason to stop: the defaults are safe.
  }
}

/** From now on every change is kept at once: a battery that dies right after it takes nothing along. */
export function keepPreferences(journal: Journal): void {
  watch(
    preferences,
    () => {
      // A full tablet goes on with what it was set to; it will be asked again after a restart.
      journal.keep(JSON.stringify(preferences)).catch(() => undefined);
    },
    { deep: true },
  );
  watch(
    () => journal.state.phase,
    (_phase, before) => {
      // The other tab was closed and this one takes over: with what was chosen there.
      if (before === "elsewhere") void readPreferences();
    },
  );
}

export function showTheme(): void {
  watch(
    () => preferences.theme,
    (theme) => {
      document.documentElement.dataset.theme = theme;
    },
    { immediate: true },
  );
}
