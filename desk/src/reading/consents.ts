// What people answered about what may be passed on, behind the walls that this worker reads.
import { PURPOSES } from "../contracts/purposes.gen";
import type { EntryRow } from "../journal/api";
import { bySubject, consents, standingReception } from "./people";

export interface AnswerFields {
  purpose: string;
  answer: string;
  withdraws: string[] | null;
  service?: string | null;
  items?: string[] | null;
}
const behindWalls = Object.keys(PURPOSES)
  .filter((kind) => kind !== "people.consent")
  .map((kind) => bySubject<AnswerFields>(kind));

export function answersOf(id: string): (EntryRow & AnswerFields)[] {
  const standing = standingReception(id);
  return [consents, ...behindWalls].flatMap((table) => table.value.get(standing) ?? []);
}
