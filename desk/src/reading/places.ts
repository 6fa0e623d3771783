// The places where people go: those that come with Akeyi, and what this site said of them and of others.
import { PLACES } from "../contracts/places.gen";
import { has, t } from "../languages";
import type { Place } from "../rules/places";
import { folded, records } from "./rows";

interface PlaceFields {
  code: string | null;
  name: string | null;
  within: string | null;
  also: string[] | null;
  is_active: boolean | null;
}

const BUILT_IN: Place[] = PLACES.map(([code, name, within, also]) => ({
  code,
  name,
  within: within || null,
  also: also ? also.split("|") : [],
}));

export const places = folded(() => {
  const found = new Map(BUILT_IN.map((one) => [one.code, one]));
  for (const row of records<PlaceFields>("people.place")) {
    if (!row.code) continue;
    const stood = found.get(row.code);
    found.delete(row.code);
    if (row.is_active === false) continue;
    found.set(row.code, {
      code: row.code,
      name: row.name ?? stood?.name ?? row.code,
      within: row.within ?? stood?.within ?? null,
      also: row.also ?? stood?.also ?? [],
    });
  }
  return found;
});

/** As this language calls it; the code of a place that this tablet does not know. */
export function calledPlace(place: Place): string {
  const key = `department.${place.code}`;
  return has(key) ? t(key) : place.name;
}
export function placeName(code: string | null | undefined): string {
  const place = code ? places.value.get(code) : undefined;
  return place ? calledPlace(place) : (code ?? "");
}
export const withinOf = (code: string) => places.value.get(code)?.within ?? null;
