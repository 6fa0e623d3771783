// The hall stops or goes on, told by one tap and sent at once.
import { t } from "../languages";
import { isPaused, pauses } from "../reading/hall";
import { useJournal } from "../the_journal";
import { act, showDone, tellWithUndo } from "./acting";

let isTelling = false;

async function say(kind: string, body: Record<string, unknown>, sentence: string): Promise<void> {
  const journal = useJournal();
  // Waits for no other action: a tap that is being kept must not swallow this one.
  if (isTelling || !journal.state.site) return;
  isTelling = true;
  const subject = journal.state.site.id;
  await act(async () => {
    const { undo } = await tellWithUndo([{ kind, subject, arrivals: [], body }]);
    showDone(sentence, undo);
  });
  isTelling = false;
  void journal.syncNow();
}

export async function pauseHall(): Promise<void> {
  if (!isPaused()) await say("safety.pause", { how: "pause" }, t("hall.paused_done"));
}

export async function evacuate(): Promise<void> {
  await say("safety.pause", { how: "evacuate" }, t("hall.evacuate_done"));
}

/** Only what this tablet has heard of: a pause that comes later stops the hall again. */
export async function resumeHall(): Promise<void> {
  const ends = pauses.value.map((one) => one.id);
  if (ends.length) await say("safety.resume", { ends }, t("hall.resumed_done"));
}
