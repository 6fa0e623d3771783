// The forms that this worker may ask: those behind walls they read, each in its newest version.
import type { EntryRow, Wall } from "../journal/api";
import { language } from "../languages";
import { entries, inOrder } from "./rows";

export interface AskedForm {
  /** The fact that published this version. */
  id: string;
  form: string;
  wall: Wall;
  number: number;
  titles: Partial<Record<string, string>>;
  /** gzip in base64: HTML and model as JSON. */
  page: string;
}
type Published = Omit<AskedForm, "wall"> & { is_asked: boolean };

const KINDS: Partial<Record<Wall, string>> = {
  reception: "screening.form",
  health: "screening.form_health",
  child: "screening.form_child",
  protection: "screening.form_protection",
};

export function askedForms(): AskedForm[] {
  return Object.entries(KINDS).flatMap(([wall, kind]) => {
    const newest = new Map<string, EntryRow & Published>();
    for (const row of entries<Published>(kind).sort(inOrder)) {
      const before = newest.get(row.form);
      if (!before || row.number >= before.number) newest.set(row.form, row);
    }
    return [...newest.values()]
      .filter((one) => one.is_asked)
      .map(({ id, form, number, titles, page }) => ({ id, form, wall: wall as Wall, number, titles, page }));
  });
}

export function titleOf(form: AskedForm): string {
  return form.titles[language.value] ?? form.titles.en ?? Object.values(form.titles)[0] ?? form.form;
}

export async function pageOf(form: AskedForm): Promise<{ form: string; model: string }> {
  const bytes = Uint8Array.from(atob(form.page), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(unpacked).json()) as { form: string; model: string };
}
