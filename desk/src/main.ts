// Starts the desk: language and look first, then the tablet's journal.
import { createApp } from "vue";
import Desk from "./Desk.vue";
import { createJournal } from "./journal/journal";
import { firstLanguage, setLanguage } from "./languages";
import { startHiding } from "./shell/hiding";
import { startClock } from "./shell/now";
import { keepPreferences, readPreferences, showTheme } from "./shell/preferences";
import { startRouting } from "./shell/route";
import { watchForUpdates } from "./shell/updates";
import { setJournal } from "./the_journal";
import "./look/base.css";

await readPreferences();
showTheme();
startRouting();
startClock();
const journal = createJournal();
setJournal(journal);
await setLanguage(firstLanguage());
createApp(Desk).mount("#desk");
startHiding();
void watchForUpdates();
const starting = journal.start();
keepPreferences(journal);
await starting;
// What was told apart goes when its shift is over, whoever is signed in; nobody waits for it.
setTimeout(async () => (await import("./apart/apart")).startTending(), 60_000);
