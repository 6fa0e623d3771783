// Shows the desk with an invented day in memory: `npm run dev`, then /desk/dev.html. Never part of the build.
import { createApp } from "vue";
import Desk from "../Desk.vue";
import { firstLanguage, setLanguage } from "../languages";
import { startHiding } from "../shell/hiding";
import { startClock } from "../shell/now";
import { keepPreferences, showTheme } from "../shell/preferences";
import { startRouting } from "../shell/route";
import { setJournal } from "../the_journal";
import { aDay, cardNumber, cardText, receptionOf } from "./cast";
import { fakeJournal } from "./fake_journal";
import "../look/base.css";

showTheme();
startRouting();
startClock();
const journal = fakeJournal(await aDay());
setJournal(journal);
keepPreferences(journal);
await setLanguage(firstLanguage());
createApp(Desk).mount("#desk");
startHiding();
Object.assign(globalThis, { journal, cardNumber, cardText, receptionOf });
