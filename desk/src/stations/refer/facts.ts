// What is told when somebody is sent to a service: their yes to exactly what it is told, then the referral that rests on it.

import type { Draft } from "../../journal/api";
import { randomBytes } from "../../journal/ids";
import { LANGUAGES, OWN_NAMES, t } from "../../languages";
import { type Card, scopeOfCard } from "../../reading/cards";
import { today } from "../../reading/days";
import { nameOf, reception } from "../../reading/people";
import { capacityToday, services } from "../../reading/referrals";
import { ageOf } from "../../rules/ages";
import {
  type Item,
  newCase,
  type Priority,
  purposeOf,
  type ReferralWall,
  WISHED,
} from "../../rules/referrals";
import type { Asked } from "../consent/facts";

/** One service for one need, from behind one wall. */
export interface Choice {
  wall: ReferralWall;
  service: string;
  need: string;
  purpose: Asked;
  name: string;
  hours: string | null;
  languages: string[];
  capacity: number | null;
}

/** Where a worker may send somebody: for what a person has to wish only if they do. */
export function choices(walls: ReferralWall[], wishes: (purpose: string) => boolean): Choice[] {
  return services.value.flatMap((one) =>
    (one.needs ?? []).flatMap((need) =>
      walls.flatMap((wall) => {
        const purpose = purposeOf(wall, need);
        if (!purpose || (WISHED[need] && !wishes(WISHED[need]))) return [];
        const { hours, languages } = one;
        return [
          {
            wall,
            service: one.subject,
            need,
            purpose: purpose as Asked,
            name: one.name ?? "",
            hours,
            languages: languages ?? [],
            capacity: capacityToday(one),
          },
        ];
      }),
    ),
  );
}

/** What is known of a person, item by item, to be chosen from; nothing of it is told unless it is chosen. */
export function known(id: string): Record<Item, string> {
  const row = reception(id);
  const years = row ? ageOf(row, today()) : null;
  const tongues = LANGUAGES.filter((l) => row?.languages?.includes(l)).map((l) => OWN_NAMES[l]);
  return {
    name: nameOf(row) || "",
    sex: row?.sex === "female" || row?.sex === "male" ? t(`refer.${row.sex}`) : "",
    age: years === null ? "" : String(years),
    language: tongues.join(", "),
    phone: row?.phone ?? "",
    where: "",
    company: "",
    need: "",
  };
}

export interface Telling {
  choice: Choice;
  priority: Priority;
  items: Partial<Record<Item, string>>;
  /** As the field of a day and hour gives it, at the tablet's own time; "": not said. */
  go_at: string;
}

export function referral(card: Card, { choice, priority, items, go_at }: Telling, consent: string): Draft[] {
  const { service, need, wall } = choice;
  const when = go_at ? { go_at: new Date(go_at).toISOString() } : {};
  return [
    {
      kind: `referrals.referral_${wall}`,
      subject: card.reception,
      arrivals: scopeOfCard(card),
      body: { service, need, priority, case: newCase(randomBytes(6)), items, consent, ...when },
    },
  ];
}
