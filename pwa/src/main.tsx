/** Starts the app: first the note's form, which the user may be typing in, then the screens, then sync and reminders. */
import { render } from "preact";
import { App } from "./app";
import { forgetDeleted } from "./data/forget";
import { movedPaths } from "./routes";
import { adoptForm } from "./screens/note/adopt_form";
import { offerReload, startWorker, withdrawReload } from "./service_worker/updates";
import { ROUND_TAG } from "./sync/background";
import { listenForKeys } from "./ui/keys";
import { loadUntilThere } from "./ui/lazy";
import { go, startRouter } from "./ui/router";

/** Sync is loaded after the first screen, so that the screen is shown sooner. */
const ROUNDS_AFTER_SECONDS = 0.5;
const REMINDERS_AFTER_SECONDS = 2;
const OFFER_RELOAD_AT_FAILURES = 3;
const CLEAN_UP_AFTER_SECONDS = 30;

startRouter(movedPaths);
listenForKeys();
adoptForm();
render(<App />, document.getElementById("app") as HTMLElement);
void startWorker(go);
setTimeout(runRounds, ROUNDS_AFTER_SECONDS * 1000);
setTimeout(startReminders, REMINDERS_AFTER_SECONDS * 1000);
setTimeout(cleanUp, CLEAN_UP_AFTER_SECONDS * 1000);

async function runRounds(): Promise<void> {
  const { startRounds } = await loadUntilThere(
    () => import("./sync/when"),
    // Firefox fetches a script that failed only in a new page.
    (failures) =>
      failures >= OFFER_RELOAD_AT_FAILURES && navigator.onLine && offerReload("sync_not_loaded"),
  );
  withdrawReload("sync_not_loaded");
  startRounds();
}

async function startReminders(): Promise<void> {
  const { keepNotificationsWorking } = await loadUntilThere(
    () => import("./notifications/at_start"),
  );
  await keepNotificationsWorking(ROUND_TAG);
}

async function cleanUp(): Promise<void> {
  void forgetDeleted(new Date());
  const { readUnreadLines } = await import("./screens/note/unread_lines");
  await readUnreadLines(new Date()).catch(() => undefined);
  const { keepScanner } = await import("./screens/my_card/scanner");
  await keepScanner().catch(() => undefined);
  const { cacheCalendarReader } = await import("./screens/events/ics_file");
  await cacheCalendarReader().catch(() => undefined);
}
