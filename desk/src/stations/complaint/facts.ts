// A complaint is told apart: no worker, no card, no hour. What is kept of its numbers is made here, the numbers stay with the person.

import { newIdApart, startTending, tellApart } from "../../apart/apart";
import type { Bodies } from "../../contracts/kinds.gen";
import { randomBytes } from "../../journal/ids";
import { language } from "../../languages";
import { codeHash, newCode } from "../../rules/complaints";

type Body = Bodies["feedback.complaint"];
export const CATEGORIES = ["money", "place", "treated", "favour", "abuse", "other"] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Complaint {
  category: Category;
  about: string | null;
  focalPoint: string;
  text: string;
}

/** On the disk of the tablet when this returns; gives the numbers by which the answer is read. */
export async function keepComplaint(
  { category, about, focalPoint, text }: Complaint,
  site: string,
): Promise<string> {
  const code = newCode(randomBytes);
  const body: Body = {
    category,
    ...(about && { about }),
    focal_point: focalPoint,
    text: text.trim(),
    language: language.value,
    code_hash: await codeHash(code, site),
  };
  await tellApart([{ id: newIdApart(), kind: "feedback.complaint", body }]);
  startTending();
  return code;
}
