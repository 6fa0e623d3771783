// A statement and who made it become two boxes that nobody outside can tell apart.

import { newIdApart, startTending, tellApart } from "../../apart/apart";
import { language } from "../../languages";
import { today } from "../../reading/days";
import { records } from "../../reading/rows";
import { type HolderKey, pairs } from "../../rules/holders";
import { bytesOf, type Inside, LARGEST, seal, sizeFor } from "../../seal/box";

export const USES = ["none", "statistics", "advocacy", "legal"] as const;
/** Letters; what they take in bytes is checked apart. */
export const LIMIT = { text: 6000, source: 1000 };

export interface Telling {
  text: string;
  use: (typeof USES)[number] | null;
  source: string;
  receipt: string | null;
}

interface Holder extends HolderKey {
  name: string;
  organisation: string | null;
  public_key: string;
}

/** The keys in use, by id. */
export function holders(): Holder[] {
  const found = records<Omit<Holder, "id"> & { is_active: boolean }>("feedback.holder");
  return found
    .filter(({ is_active, public_key, holder }) => is_active && public_key && holder)
    .map((row) => ({ ...row, id: row.subject }));
}

/** Whether two of them can open what is sealed now. */
export const canSeal = (): boolean => pairs(holders()).length > 0;

/** The two boxes: their ids, and what goes into each. */
function insides(telling: Telling): [string, Inside][] {
  const [statement, source] = [newIdApart(), newIdApart()];
  const said = telling.source.trim();
  return [
    [
      statement,
      {
        what: "statement",
        text: telling.text.trim(),
        use: telling.use ?? "none",
        language: language.value,
        day: today(),
        source: said ? source : null,
        receipt: telling.receipt,
      },
    ],
    [source, { what: "source", text: said || null, statement: said ? statement : null }],
  ];
}

export const isTooLong = (telling: Telling): boolean =>
  insides(telling).some(([, inside]) => bytesOf(inside).length > LARGEST);

/** Sealed and on the disk of the tablet when this returns. */
export async function keepSealed(telling: Telling): Promise<void> {
  const found = holders();
  const keys = new Map(found.map(({ id, public_key }) => [id, public_key]));
  const both = insides(telling);
  const size = sizeFor(both.map(([, inside]) => inside));
  const boxes = both.map(async ([id, inside]) => ({
    id,
    kind: "feedback.sealed",
    body: await seal(id, inside, size, pairs(found), keys),
  }));
  await tellApart(await Promise.all(boxes));
  startTending();
}
