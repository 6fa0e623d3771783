// Reads facts out of the log, told one by one or fetched in blocks.

import type { Fact, Wall } from "./api";
import { BLOCK, type Placed, TOLD } from "./frames";
import type { Log } from "./log";
import type { Segments } from "./segments";

const SINGLES_AT_ONCE = 500;
/** A block is opened as a whole, so it stays small enough for a cheap tablet's memory. */
const BLOCK_LETTERS = 1_000_000;

/** What the open segments hold behind the walls asked for. A fact may come twice. */
export async function* readFacts(
  log: Log,
  segments: Segments,
  isWanted: (of: Placed) => boolean,
): AsyncGenerator<Fact[]> {
  const wanted = [...log.frames].filter((of) => segments.isOpen(of.segment) && isWanted(of));
  const singles = wanted.filter(({ type }) => type === TOLD);
  for (let from = 0; from < singles.length; from += SINGLES_AT_ONCE) {
    const some = singles.slice(from, from + SINGLES_AT_ONCE);
    const opened = await Promise.all(some.map((of) => segments.open(of, log.read(of))));
    yield opened.flatMap((content) => (content ? [JSON.parse(content) as Fact] : []));
  }
  for (const of of wanted) {
    if (of.type !== BLOCK) continue;
    const content = await segments.open(of, log.read(of));
    if (content) yield JSON.parse(content) as Fact[];
  }
}

export function byWall(facts: Iterable<Fact>): Map<Wall, Fact[]> {
  const walls = new Map<Wall, Fact[]>();
  for (const fact of facts) {
    const walled = walls.get(fact.wall);
    if (walled) walled.push(fact);
    else walls.set(fact.wall, [fact]);
  }
  return walls;
}

/** Facts as the texts of blocks. */
export function* blocks(facts: Iterable<Fact>): Generator<string> {
  let parts: string[] = [];
  let letters = 0;
  for (const fact of facts) {
    const part = JSON.stringify(fact);
    if (letters + part.length > BLOCK_LETTERS && parts.length > 0) {
      yield `[${parts.join(",")}]`;
      parts = [];
      letters = 0;
    }
    parts.push(part);
    letters += part.length;
  }
  if (parts.length > 0) yield `[${parts.join(",")}]`;
}
