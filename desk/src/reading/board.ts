// The seven columns of an arrival, as this tablet knows it.
import { sumOf } from "../rules/ages";
import { type BoardRow, boardRow, isRegistered } from "../rules/board";
import { arrivalOfReception, claimsOf, talliesOf } from "./arrivals";
import { exits, handOuts, peopleOfToken, type Reception, receptions } from "./people";
import { entries } from "./rows";

const ids = (rows: Reception[]) => new Set(rows.map((row) => row.subject));

/** Of one arrival; null: of people who are of none yet. */
export function boardOf(arrivalId: string | null): BoardRow {
  const mine = receptions.value.filter((row) => arrivalOfReception(row) === arrivalId);
  const persons = mine.filter((row) => row.is_token !== true);
  const tokens = mine.filter((row) => row.is_token === true);
  return boardRow({
    claims: arrivalId ? claimsOf(arrivalId) : [],
    tallies: arrivalId ? talliesOf(arrivalId) : [],
    persons: ids(persons),
    registered: ids(persons.filter(isRegistered)),
    households: new Map(tokens.map((token) => [token.subject, sumOf(peopleOfToken(token.subject))])),
    served: ids(mine.filter((row) => handOuts.value.has(row.subject))),
    exits: mine.flatMap((row) =>
      (exits.value.get(row.subject) ?? []).map((exit) => ({ reception: row.subject, people: exit.people })),
    ),
    left_unseen: entries<{ left_unseen: number }>("arrivals.sweep")
      .filter((row) => row.subject === arrivalId)
      .reduce((sum, row) => sum + row.left_unseen, 0),
  });
}
