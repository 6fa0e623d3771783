// The services of the site, and to which of them people were sent, as far as this worker may know.
import type { EntryRow } from "../journal/api";
import { agreed } from "../rules/consent";
import {
  dueAt,
  type Item,
  type Priority,
  purposeOf,
  REFERRAL_WALLS,
  type ReferralWall,
  type State,
  stateOf,
} from "../rules/referrals";
import { answersOf } from "./consents";
import { today } from "./days";
import { bySubject, standingReception } from "./people";
import { entries, folded, record, records } from "./rows";

export interface ServiceFields {
  name: string | null;
  organisation: string | null;
  needs: string[] | null;
  place: string | null;
  hours: string | null;
  languages: string[] | null;
  phone: string | null;
  capacity: number | null;
  capacity_on: string | null;
  is_active: boolean | null;
}
export const services = folded(() =>
  records<ServiceFields>("referrals.service")
    .filter((one) => one.is_active)
    .sort((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1)),
);
export const service = (id: string) => record<ServiceFields>("referrals.service", id);

/** How many more a service takes today; null: nobody said so today. */
export function capacityToday(one: ServiceFields): number | null {
  return one.capacity_on === today() ? one.capacity : null;
}

export interface ReferralFields {
  service: string;
  need: string;
  priority: Priority;
  case: string;
  items: Partial<Record<Item, string>>;
  consent: string;
  go_at: string | null;
}
type Row = EntryRow & ReferralFields;
interface StepFields {
  referral: string;
  step: string;
}

const referrals: Record<ReferralWall, ReturnType<typeof bySubject<ReferralFields>>> = {
  health: bySubject<ReferralFields>("referrals.referral_health"),
  child: bySubject<ReferralFields>("referrals.referral_child"),
  protection: bySubject<ReferralFields>("referrals.referral_protection"),
};
const steps = folded(() => {
  const found = new Map<string, (EntryRow & StepFields)[]>();
  for (const wall of REFERRAL_WALLS)
    for (const row of entries<StepFields>(`referrals.step_${wall}`))
      found.set(row.referral, [...(found.get(row.referral) ?? []), row]);
  return found;
});

export interface Referral {
  row: Row;
  wall: ReferralWall;
  state: State;
  due: number;
}

/** Where somebody was sent, the latest first. */
export function referralsOf(id: string): Referral[] {
  const yes = new Map(agreed(answersOf(id)).map((one) => [one.id, one]));
  return REFERRAL_WALLS.flatMap((wall) =>
    (referrals[wall].value.get(standingReception(id)) ?? []).map((row) => {
      const one = yes.get(row.consent);
      const isAgreed =
        one !== undefined &&
        one.purpose === purposeOf(wall, row.need) &&
        (!one.service || one.service === row.service) &&
        Object.keys(row.items).every((item) => one.items?.includes(item));
      return {
        row,
        wall,
        state: stateOf(steps.value.get(row.id) ?? [], isAgreed),
        due: dueAt(row.priority, Date.parse(row.at)),
      };
    }),
  ).sort((a, b) => (a.row.at < b.row.at ? 1 : -1));
}
