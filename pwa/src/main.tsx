/** Starts the app: first the form, which may already be typed into, then the screens, then what runs beside. */
import { render } from "preact";
import { App } from "./app";
import { forgetDeleted } from "./data/forget";
import { movedPaths } from "./routes";
import { adoptForm } from "./screens/note/adopt_form";
import { startWorker } from "./service_worker/update";
import { ROUND_TAG } from "./sync/background";
import { listenForKeys } from "./ui/keys";
import { go, startRouter } from "./ui/router";
import { offerUpdate } from "./ui/update";

/** The first screen is fetched and drawn before what runs rounds is. */
const ROUNDS_AFTER_SECONDS = 0.5;
const REMINDERS_AFTER_SECONDS = 2;
const HOUSEKEEPING_AFTER_SECONDS = 30;

startRouter(movedPaths);
listenForKeys();
adoptForm();
render(<App />, document.getElementById("app") as HTMLElement);
void startWorker({ offer: offerUpdate, go });
setTimeout(runRounds, ROUNDS_AFTER_SECONDS * 1000);
setTimeout(lookAfter, REMINDERS_AFTER_SECONDS * 1000);
setTimeout(keepHouse, HOUSEKEEPING_AFTER_SECONDS * 1000);

async function runRounds(): Promise<void> {
  const { startRounds } = await import("./sync/when");
  startRounds();
}

async function lookAfter(): Promise<void> {
  const { keepNotificationsWorking } = await import("./notifications/at_start");
  await keepNotificationsWorking(ROUND_TAG);
}

async function keepHouse(): Promise<void> {
  void forgetDeleted(new Date());
  const { readLinesLeft } = await import("./screens/note/lines_left");
  await readLinesLeft(new Date()).catch(() => undefined);
  const { keepReader } = await import("./screens/my_card/keep_reader");
  await keepReader().catch(() => undefined);
  const { keepCalendarReader } = await import("./screens/events/keep_calendar");
  await keepCalendarReader().catch(() => undefined);
}
