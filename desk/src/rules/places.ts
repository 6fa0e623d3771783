// Where people go, found by how names begin, without accents, and by other names and landmarks.

import { plain } from "./plain";

export interface Place {
  code: string;
  name: string;
  /** The department it lies in; none: it is one. */
  within: string | null;
  also: string[];
}

/** Places that begin so, the nearest first; `called`: how this language calls a place. */
export function findPlaces(
  typed: string,
  places: Iterable<Place>,
  called: (place: Place) => string = (place) => place.name,
  most = 8,
): Place[] {
  const wanted = plain(typed);
  const found: [number, string, Place][] = [];
  for (const place of places) {
    const name = plain(called(place));
    const others = [plain(place.name), ...place.also.map(plain)];
    const begins = (one: string) => one.startsWith(wanted);
    const holds = (one: string) => ` ${one}`.includes(` ${wanted}`);
    const rank = begins(name)
      ? 0
      : holds(name)
        ? 1
        : others.some(begins)
          ? 2
          : others.some(holds)
            ? 3
            : place.code.toLowerCase() === wanted
              ? 0
              : 4;
    if (rank < 4) found.push([rank, `${place.within ? 1 : 0}${name}`, place]);
  }
  found.sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  return found.slice(0, most).map(([, , place]) => place);
}

/** Whether a route to one place serves somebody who goes to another: the same, or one inside the other. */
export function leadsTo(
  route: string,
  destination: string,
  within: (code: string) => string | null,
): boolean {
  return route === destination || within(destination) === route || within(route) === destination;
}
