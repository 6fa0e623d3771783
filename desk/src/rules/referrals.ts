// Who may be sent where, what the service may be told, and how a referral stands: as the server decides
// (contracts/vectors/rules.json).

export const REFERRAL_WALLS = ["health", "child", "protection"] as const;
export type ReferralWall = (typeof REFERRAL_WALLS)[number];
export const PRIORITIES = ["emergency", "urgent", "normal"] as const;
export type Priority = (typeof PRIORITIES)[number];
/** What of a person may be told to a service: each is chosen by itself. */
export const ITEMS = ["name", "sex", "age", "language", "phone", "where", "company", "need"] as const;
export type Item = (typeof ITEMS)[number];

const HOURS: Record<Priority, number> = { emergency: 24, urgent: 72, normal: 14 * 24 };

/** What nobody is told of without the person's own wish. */
export const WISHED: Record<string, string> = {
  legal_aid: "legal_help",
  asylum: "legal_help",
  consulate: "consulate",
};
const AGREED: Record<ReferralWall, string> = {
  health: "medical_referral",
  child: "child_referral",
  protection: "service_referral",
};
const FOR_HEALTH = ["medical", "mental_health"];
const FOR_CHILDREN = ["child_care", "medical", "mental_health", "tracing", "shelter", "documents", "other"];

/** What the person agrees to when they are sent on for a need from behind a wall; null: not from behind that one. */
export function purposeOf(wall: ReferralWall, need: string): string | null {
  if (wall === "protection") return WISHED[need] ?? AGREED[wall];
  return (wall === "health" ? FOR_HEALTH : FOR_CHILDREN).includes(need) ? AGREED[wall] : null;
}

/** Until when the service is to have helped, in ms. */
export const dueAt = (priority: Priority, toldAt: number) => toldAt + HOURS[priority] * 3_600_000;

export interface Step {
  id: string;
  clock: string;
  step: string;
}
export type State = "told" | "sent" | "acknowledged" | "accepted" | "rejected" | "done" | "withdrawn";

/** The person's word ends everything else; done is what the receiver says. */
export function stateOf(steps: Iterable<Step>, isAgreed: boolean): State {
  if (!isAgreed) return "withdrawn";
  const said = [...steps]
    .sort((a, b) => (a.clock < b.clock || (a.clock === b.clock && a.id < b.id) ? -1 : 1))
    .map((one) => one.step);
  if (said.includes("done")) return "done";
  const answer = said.filter((one) => one === "accepted" || one === "rejected").at(-1);
  if (answer) return answer as State;
  return (["acknowledged", "sent"] as const).find((one) => said.includes(one)) ?? "told";
}

export const isOpen = (state: State) => !["rejected", "done", "withdrawn"].includes(state);

// Read over the telephone, so no I, O, 0, 1.
const CASE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A case code of 30 random bits, instead of a name. */
export function newCase(random: Uint8Array): string {
  return [...random.slice(0, 6)].map((byte) => CASE_SIGNS[byte & 31]).join("");
}
