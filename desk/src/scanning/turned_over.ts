// A card handed over back side up asks for a private talk, without a word and without a sign on the screen.
import type { Card } from "../reading/cards";
import { isAsking } from "../reading/screening";
import { route } from "../shell/route";
import { request } from "../stations/screen/facts";
import { useJournal } from "../the_journal";

/** Tells the request; nothing of it is said here, also not where it could not be kept. */
export async function noteTurnedOver(card: Card): Promise<void> {
  if (!card.is_turned_over || isAsking(card.reception)) return;
  const wish = { station: route.value.page, talk_to: null, language: null, company: null };
  await useJournal()
    .tellQuietly(request(card, wish))
    .catch(() => undefined);
}
