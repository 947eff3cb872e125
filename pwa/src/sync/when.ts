/** Decides when to run rounds: soon after a write, at the server's word, when network or person return, each minute. */
import { onAnnouncement, type Topic } from "../data/announce";
import { hasUnsentChanges } from "../data/queries";
import { backOffSeconds } from "./back_off";
import { askForBackgroundRound, hasBackgroundRounds } from "./background";
import { listenToStream } from "./live_stream";
import type { Outcome } from "./round";
import { runLocked } from "./sync_lock";

const AFTER_WRITE_SECONDS = 1.5;
const EACH_SECONDS = 60;
const UP_TO_THE_PERSON: Outcome["state"][] = [
  "signed_out",
  "wrong_account",
  "upgrade_required",
  "asking",
];

let timer: ReturnType<typeof setTimeout> | undefined;
let dueAt = Number.POSITIVE_INFINITY;
let notBefore = 0;
let failures = 0;
let turn: Promise<void> | undefined;

/** Begin to run rounds for as long as the page is open. */
export function startRounds(): void {
  onAnnouncement((topics) => void hear(topics));
  addEventListener("online", startAfresh);
  document.addEventListener("visibilitychange", () => void see());
  listenToStream(() => plan(0));
  setInterval(() => document.hidden || plan(0), EACH_SECONDS * 1000);
  plan(0);
}

async function hear(topics: Topic[]): Promise<void> {
  if (topics.includes("account") || topics.includes("round")) startAfresh();
  else if (topics.includes("outbox") && (await hasUnsentChanges())) plan(AFTER_WRITE_SECONDS);
}

/** In WebKit what a page reads of the database as it is left stays open, and bars the next page from writing. */
async function see(): Promise<void> {
  if (!document.hidden) plan(0);
  else if (hasBackgroundRounds() && (await hasUnsentChanges())) await askForBackgroundRound();
}

/** Something has changed that may have been in the way, so nothing need be waited for. */
function startAfresh(): void {
  failures = 0;
  notBefore = 0;
  plan(0);
}

/** An earlier plan stays; each write moves its own round no further away than the first one did. */
function plan(seconds: number): void {
  const at = Math.max(Date.now() + seconds * 1000, notBefore);
  if (at >= dueAt || at === Number.POSITIVE_INFINITY) return;
  clearTimeout(timer);
  dueAt = at;
  timer = setTimeout(run, at - Date.now());
}

function run(): void {
  dueAt = Number.POSITIVE_INFINITY;
  turn = (turn ?? Promise.resolve()).then(runLocked).then(consider, considerFailure);
}

function considerFailure(): Promise<void> {
  return consider({ state: "failed", code: null, retry_after_seconds: null });
}

async function consider(outcome: Outcome | undefined): Promise<void> {
  if (!outcome || outcome.state === "synced") {
    failures = 0;
    notBefore = 0;
  } else if (UP_TO_THE_PERSON.includes(outcome.state)) {
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
