// The seven columns of an arrival, as this tablet knows it.

import { sumOf } from "../rules/ages";
import { type BoardRow, boardRow, isRegistered } from "../rules/board";
import { arrivalOfReception, claimsOf, talliesOf } from "./arrivals";
import { exits, handOuts, peopleOfToken, receptions } from "./people";
import { entries } from "./rows";

export function boardOf(arrivalId: string): BoardRow {
  const mine = receptions.value.filter((row) => arrivalOfReception(row) === arrivalId);
  const tokens = mine.filter((row) => row.is_token === true);
  return boardRow({
    claims: claimsOf(arrivalId),
    tallies: talliesOf(arrivalId),
    receptions: mine.map((row) => ({
      subject: row.subject,
      is_token: row.is_token === true,
      is_registered: isRegistered(row),
    })),
    peopleInTokens: tokens.reduce((sum, token) => sum + sumOf(peopleOfToken(token.subject)), 0),
    servedReceptions: new Set(
      mine.filter((row) => handOuts.value.has(row.subject)).map((row) => row.subject),
    ),
    exits: mine.flatMap((row) => exits.value.get(row.subject) ?? []),
    sweeps: entries<{ left_unseen: number }>("arrivals.sweep").filter((row) => row.subject === arrivalId),
  });
}
