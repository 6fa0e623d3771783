// A statement and who made it become two boxes that nobody outside can tell apart.

import { newIdApart, startTending, tellApart } from "../../apart/apart";
import { language } from "../../languages";
import { today } from "../../reading/days";
import { records } from "../../reading/rows";
import { type HolderKey, pairs } from "../../rules/holders";
import { bytesOf, type Inside, LARGEST, seal, sizeFor } from "../../seal/box";
import { cut, PIECES, type Piece } from "../../seal/pieces";
import type { Voice } from "./recorder";

export const USES = ["none", "statistics", "advocacy", "legal"] as const;
/** Letters; what they take in bytes is checked apart. */
export const LIMIT = { text: 6000, source: 1000 };

export interface Telling {
  text: string;
  use: (typeof USES)[number] | null;
  source: string;
  receipt: string | null;
  voice: Voice | null;
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

/** Minutes and seconds. */
export const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** The two boxes: their ids, and what goes into each. `key`: what opens the recording, where there is one. */
function insides(telling: Telling, key = ""): [string, Inside][] {
  const [statement, source] = [newIdApart(), newIdApart()];
  const said = telling.source.trim();
  return [
    [
      statement,
      {
        what: "statement",
        text: telling.text.trim(),
        voice: telling.voice && { key, type: telling.voice.type, seconds: telling.voice.seconds },
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

async function recorded(voice: Voice | null): Promise<{ key: string; pieces: Piece[] }> {
  return voice ? cut(voice.bytes, Array.from({ length: PIECES }, newIdApart)) : { key: "", pieces: [] };
}

/** Sealed and on the disk of the tablet when this returns. */
export async function keepSealed(telling: Telling): Promise<void> {
  const found = holders();
  const keys = new Map(found.map(({ id, public_key }) => [id, public_key]));
  const { key, pieces } = await recorded(telling.voice);
  const both = insides(telling, key);
  const size = sizeFor(both.map(([, inside]) => inside));
  const boxes = both.map(async ([id, inside]) => ({
    id,
    kind: "feedback.sealed",
    body: await seal(id, inside, size, pairs(found), keys),
  }));
  const beside = pieces.map(({ id, content }) => ({ id, kind: "feedback.sealed_piece", body: { content } }));
  await tellApart([...(await Promise.all(boxes)), ...beside]);
  telling.voice?.bytes.fill(0);
  startTending();
}
