// Out of which store this tablet gives, and how much is left there: what the hub said last, less what was given here since.
import { shallowRef } from "vue";
import type { RecordRow } from "../journal/api";
import { moment, t } from "../languages";
import { shiftOf } from "../rules/day_and_shift";
import { type Enough, enough, type Rate } from "../rules/stock";
import { now } from "../shell/now";
import { preferences } from "../shell/preferences";
import { useJournal, useState } from "../the_journal";
import { entries, folded, records } from "./rows";

interface StoreFields {
  name: string | null;
  is_giving: boolean | null;
  is_active: boolean | null;
}
export type Store = RecordRow & StoreFields;

interface Shelf extends Rate {
  item: string;
  store: string;
  on_hand: number;
}
interface Heard {
  counted_to: string;
  shelves: Shelf[];
  at: number;
}

export const stores = folded<Store[]>(() =>
  records<StoreFields>("assistance.store")
    .filter((one) => one.is_active !== false)
    .sort((a, b) => (a.subject < b.subject ? -1 : 1)),
);
const heard = shallowRef<Heard | null>(null);
const shift = () => shiftOf(now.value, useState().site?.timezone ?? "UTC");

/** The one somebody chose in this shift, else the one that gives at this site. */
export const store = folded<Store | null>(() => {
  const chosen = preferences.store?.shift === shift() ? preferences.store.id : null;
  return (
    stores.value.find((one) => one.subject === chosen) ?? stores.value.find((one) => one.is_giving) ?? null
  );
});

export function giveOutOf(id: string): void {
  preferences.store = { id, shift: shift() };
}

/** A hub that is silent, or knows nothing of it, changes nothing: what it said last stands. */
export async function askWhatIsLeft(): Promise<void> {
  try {
    const said = (await useJournal().askHub("/assistance/stock")) as Omit<Heard, "at"> & {
      is_locked: boolean;
    };
    if (!said.is_locked) heard.value = { ...said, at: Date.now() };
  } catch {
    // Nobody stops giving because nobody knows how much is left.
  }
}

interface Given {
  item: string;
  quantity: number;
  store: string | null;
}
const given = folded(() => [
  ...entries<Given>("assistance.hand_out"),
  ...entries<Given>("assistance.given_to_many"),
]);

/** null: the hub has not said anything of this item in the store of this tablet. */
export function leftOf(item: string): ({ onHand: number } & Enough & { at: number }) | null {
  const from = store.value?.subject;
  const shelf = heard.value?.shelves.find((one) => one.item === item && one.store === from);
  if (!shelf || !heard.value) return null;
  const { counted_to, at } = heard.value;
  const device = useState().device?.id;
  const since = given.value
    .filter((one) => one.device === device && one.clock > counted_to && one.item === item)
    .filter((one) => (one.store ?? from) === from)
    .reduce((sum, one) => sum + one.quantity, 0);
  const onHand = shelf.on_hand - since;
  return { onHand, ...enough(onHand, shelf), at };
}

/** For how many it is enough, and until when, in one sentence; empty where nobody knows. */
export function enoughInWords(item: string): string {
  const left = leftOf(item);
  if (!left) return "";
  if (left.onHand <= 0) return t("serve.none_left");
  const people = t("serve.enough_for", { n: left.people });
  if (left.lasts_s === null) return t("serve.enough", { people });
  const until = moment(new Date(now.value + left.lasts_s * 1000).toISOString());
  return t("serve.enough_until", { people, at: until });
}
