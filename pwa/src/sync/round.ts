/** Exchanges changes and news with the server until neither side has more. */
import type { Offline, Refusal } from "../api";
import { askSyncPrompt } from "../data/device_state";
import { countRecords, hasUnsentChanges } from "../data/queries";
import type { SyncState } from "../data/types";
import { applyReply, applyResults } from "./apply_round";
import { type Batch, claimBatch } from "./batch";
import { commonHead } from "./common_history";
import { checkForMassDelete } from "./mass_delete_guard";
import type { Reply, Round, Send } from "./protocol";
import { becomeNewDevice, refuseLocally, renumberFrom } from "./renumber";
import { startResync } from "./resync";

/** The result of all rounds together. */
export interface Outcome {
  state: Exclude<SyncState["state"], "never"> | "account_erased";
  code: SyncState["code"];
  retry_after_seconds: number | null;
}

/** What stops the sync, if anything. */
type Obstacle = Refusal | Offline | undefined;

const CHANGES_AT_MOST = 500;
const CHANGES_WHEN_SLOW = 50;
const NEWS_AT_MOST = 500;
const REPAIRS_AT_MOST = 12;
const SYNCED: Outcome = { state: "synced", code: null, retry_after_seconds: null };
const FAILED: Outcome = { ...SYNCED, state: "failed" };
const ASKING: Outcome = { ...SYNCED, state: "asking" };

/**
 * Run rounds until neither side has more or something stops them. Safe to repeat at any point.
 * @returns nothing where no account has signed in on this device, or another one has meanwhile
 */
export async function runRound(send: Send): Promise<Outcome | undefined> {
  let atMost = CHANGES_AT_MOST;
  for (let repairs = 0; repairs < REPAIRS_AT_MOST; ) {
    const batch = await claimBatch(atMost);
    if (!batch) return undefined;
    if (repairs === 0 && mustFindHistory(batch)) {
      repairs += 1;
      const obstacle = await restartResync(batch, send);
      if (obstacle) return outcomeOf(obstacle);
      continue;
    }
    const answer = await send(roundOf(batch));
    if (answer.ok) {
      const obstacle = await stopForPrompt(batch, answer.body, send);
      if (obstacle) return obstacle;
      if (!(await applyReply(batch, answer.body))) return undefined;
      if (!isProgress(batch, answer.body)) return FAILED;
      if (!batch.more && !answer.body.more) return SYNCED;
      continue;
    }
    repairs += 1;
    atMost = Math.min(atMost, fewer(answer, batch));
    const obstacle = await repair(answer, batch, send);
    if (obstacle) return outcomeOf(obstacle);
  }
  return FAILED;
}

function roundOf({ account, device, rows }: Batch): Round {
  const { device_id, epoch, cursor, mark, last_answered } = device;
  return {
    protocol: 1,
    client: __CLIENT__,
    account_id: account.id,
    device_id,
    epoch,
    cursor,
    mark,
    last_answered,
    changes: rows.map(({ order: _order, was: _was, ...change }) => ({
      ...change,
      number: change.number ?? 0,
    })),
    limit: NEWS_AT_MOST,
  };
}

/** Stop before applying anything that the person must decide on. */
async function stopForPrompt(batch: Batch, reply: Reply, send: Send): Promise<Outcome | undefined> {
  const round = { ...roundOf(batch), changes: [] };
  const ahead = await checkForMassDelete(batch, reply, ({ cursor, mark }) =>
    send({ ...round, cursor, mark }),
  );
  if (ahead.result === "harmless") return undefined;
  if (ahead.result === "failed") return outcomeOf(ahead.answer);
  await applyResults(batch, reply);
  await askSyncPrompt(ahead.question);
  return ASKING;
}

/** A server that accepts nothing and has no news would be asked forever. */
function isProgress({ device, rows }: Batch, reply: Reply): boolean {
  const isAnswered = rows.length === 0 || reply.results.length > 0;
  return isAnswered && (!reply.more || reply.cursor > device.cursor);
}

/** A network too slow for a large request may still carry a small one. */
function fewer(answer: Refusal | Offline, { rows }: Batch): number {
  if (answer.code === "offline") return CHANGES_WHEN_SLOW;
  return answer.code === "too_large" ? Math.max(1, Math.floor(rows.length / 2)) : CHANGES_AT_MOST;
}

/** Repair what the device can repair by itself, and return what still stops the next round. */
async function repair(answer: Refusal | Offline, batch: Batch, send: Send): Promise<Obstacle> {
  if (answer.code === "offline") return batch.rows.length > CHANGES_WHEN_SLOW ? undefined : answer;
  const known = (name: string) => Number(answer.details[name] ?? 0);
  switch (answer.code) {
    case "resync":
      return restartResync(batch, send);
    case "epoch_changed":
      return (await isAgreed(batch, known("head"))) ? restartResync(batch, send) : answer;
    case "seq_gap":
      return void (await renumberFrom(known("last_number")));
    case "device_forked":
      return void (await becomeNewDevice());
    case "account_erased":
      return isOfThisAccount(answer, batch) ? answer : { ...answer, code: "signed_out" };
    case "too_large":
      return (await isMadeSmaller(batch)) ? undefined : answer;
    default:
      return answer;
  }
}

/** The session in this browser may have been another account's. */
function isOfThisAccount({ details }: Refusal, { account }: Batch): boolean {
  return details.account_id === account.id;
}

/** Before the first page, a round would not notice that the server was restored once more. */
function mustFindHistory({ device }: Batch): boolean {
  return device.resyncing === true && device.cursor === 0;
}

/** The server's own head proves nothing, because another device may have sent changes since. */
async function restartResync(batch: Batch, send: Send): Promise<Obstacle> {
  const round = { ...roundOf(batch), epoch: null, last_answered: 0, changes: [], limit: 1 };
  const common = await commonHead(batch.device, (place) => send({ ...round, ...place }));
  if (!common.found) return common.answer;
  return void (await startResync(common.head));
}

/** Another history may be a mistake, so nothing is sent there before the person agrees. */
async function isAgreed({ question }: Batch, head: number): Promise<boolean> {
  const holdsSomething = (await hasUnsentChanges()) || (await countRecords()) > 0;
  const hasAgreed = question?.about === "other_history" && question.answer === "send";
  if (!holdsSomething || hasAgreed) return true;
  await askSyncPrompt({ about: "other_history", is_empty: head === 0 });
  return false;
}

async function isMadeSmaller({ rows, device }: Batch): Promise<boolean> {
  const [only, ...others] = rows;
  if (only && others.length === 0) await refuseLocally(only, device);
  return only !== undefined;
}

function outcomeOf(answer: Refusal | Offline): Outcome {
  if (answer.code === "offline") return { state: "offline", code: null, retry_after_seconds: null };
  const { code, retry_after_seconds } = answer;
  switch (code) {
    case "epoch_changed":
      return { state: "asking", code, retry_after_seconds };
    case "account_erased":
    case "signed_out":
    case "wrong_account":
    case "upgrade_required":
      return { state: code, code, retry_after_seconds };
    case "too_many":
    case "busy":
    case "server_full":
      return { state: "waiting", code, retry_after_seconds };
    default:
      return { state: "failed", code, retry_after_seconds };
  }
}
