/** Decides when to sync: soon after a write, at news from the server, when the network or the person returns, each minute. */
import { finishSignOut } from "../api";
import { wipeDeletedAccount } from "../data/account";
import { onAnnouncement, type Topic } from "../data/announce";
import { hasUnsentChanges } from "../data/queries";
import { pullSetAsideAgain } from "../data/set_aside";
import { backOffSeconds } from "./back_off";
import { askForBackgroundRound, hasBackgroundRounds } from "./background";
import { listenToStream } from "./live_stream";
import type { Outcome } from "./round";
import { runLocked } from "./sync_lock";

const AFTER_WRITE_SECONDS = 1.5;
const EACH_SECONDS = 60;
const WAITING_FOR_PERSON: Outcome["state"][] = [
  "signed_out",
  "wrong_account",
  "upgrade_required",
  "asking",
];

let timer: ReturnType<typeof setTimeout> | undefined;
let dueAt = Number.POSITIVE_INFINITY;
let notBefore = 0;
let failures = 0;
let running: Promise<void> | undefined;

/** Sync from now on for as long as the page is open. */
export function startRounds(): void {
  onAnnouncement((topics) => void onTopics(topics));
  addEventListener("online", syncNow);
  addEventListener("online", finishSignOut);
  void finishSignOut();
  document.addEventListener("visibilitychange", () => void onVisibilityChange());
  listenToStream(() => plan(0));
  setInterval(() => document.hidden || plan(0), EACH_SECONDS * 1000);
  void pullSetAsideAgain();
  plan(0);
}

async function onTopics(topics: Topic[]): Promise<void> {
  if (topics.includes("account") || topics.includes("round")) syncNow();
  else if (topics.includes("outbox") && (await hasUnsentChanges())) plan(AFTER_WRITE_SECONDS);
}

/** In WebKit a read that begins while the page is left stays open, and blocks the next page from writing. */
async function onVisibilityChange(): Promise<void> {
  if (!document.hidden) plan(0);
  else if (hasBackgroundRounds() && (await hasUnsentChanges())) await askForBackgroundRound();
}

/** What stopped the sync may be over, so there is no need to wait. */
function syncNow(): void {
  failures = 0;
  notBefore = 0;
  plan(0);
}

/** An earlier plan stays, so that further writes do not postpone the round of the first one. */
function plan(seconds: number): void {
  const at = Math.max(Date.now() + seconds * 1000, notBefore);
  if (at >= dueAt || at === Number.POSITIVE_INFINITY) return;
  clearTimeout(timer);
  dueAt = at;
  timer = setTimeout(run, at - Date.now());
}

function run(): void {
  dueAt = Number.POSITIVE_INFINITY;
  running = (running ?? Promise.resolve()).then(runLocked).then(planNext, planAfterError);
}

function planAfterError(): Promise<void> {
  return planNext({ state: "failed", code: null, retry_after_seconds: null });
}

async function planNext(outcome: Outcome | undefined): Promise<void> {
  if (outcome?.state === "account_erased") {
    await wipeDeletedAccount();
    // Nothing of it may stay in the page's memory either.
    location.assign("/");
    return;
  }
  if (!outcome || outcome.state === "synced") {
    failures = 0;
    notBefore = 0;
  } else if (WAITING_FOR_PERSON.includes(outcome.state)) {
    notBefore = Number.POSITIVE_INFINITY;
  } else {
    failures += 1;
    const seconds = Math.max(
      outcome.retry_after_seconds ?? 0,
      backOffSeconds(failures, Math.random()),
    );
    notBefore = Date.now() + seconds * 1000;
    plan(seconds);
    if (await hasUnsentChanges()) await askForBackgroundRound();
  }
}
