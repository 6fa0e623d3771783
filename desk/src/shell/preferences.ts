// What this tablet was set to by hand: language, theme, where it stands. Nothing about a person.
import { reactive, watch } from "vue";

export type Theme = "light" | "night" | "sunlight";
export const THEMES: Theme[] = ["light", "night", "sunlight"];

export interface Preferences {
  language: "ht" | "fr" | "es" | "en" | null;
  theme: Theme;
  /** The arrivals this station works on, the first being the one that is counted. */
  arrivals: string[];
  door: string;
  counting: "count" | "check";
}

const KEY = "akeyi.preferences";

function kept(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Preferences>;
  } catch {
    // Blocked or damaged storage is no reason to stop: the defaults are safe.
    return {};
  }
}

export const preferences = reactive<Preferences>({
  language: null,
  theme: "light",
  arrivals: [],
  door: "1",
  counting: "count",
  ...kept(),
});

export function keepPreferences(): void {
  watch(
    preferences,
    () => {
      try {
        localStorage.setItem(KEY, JSON.stringify(preferences));
      } catch {
        // See above: it will be asked again after a restart.
      }
    },
    { deep: true },
  );
  watch(
    () => preferences.theme,
    (theme) => {
      document.documentElement.dataset.theme = theme;
    },
    { immediate: true },
  );
}
