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
import { becomeNewDevice, countOnFrom, refuseLocally } from "./renumber";
import { startResync } from "./resync";

/** What all rounds together came to. */
export interface Outcome {
  state: Exclude<SyncState["state"], "never">;
  code: SyncState["code"];
  retry_after_seconds: number | null;
}

type InTheWay = Refusal | Offline | undefined;

const CHANGES_AT_MOST = 500;
const CHANGES_WHEN_SLOW = 50;
const NEWS_AT_MOST = 500;
const MENDS_AT_MOST = 12;
const SYNCED: Outcome = { state: "synced", code: null, retry_after_seconds: null };
const FAILED: Outcome = { ...SYNCED, state: "failed" };
const ASKING: Outcome = { ...SYNCED, state: "asking" };

/**
 * Run rounds until both sides are empty or something stands in the way. Safe to repeat at any point.
 * gives: nothing where no account has signed in on this device, or another one has meanwhile
 */
export async function runRound(send: Send): Promise<Outcome | undefined> {
  let atMost = CHANGES_AT_MOST;
  for (let mends = 0; mends < MENDS_AT_MOST; ) {
    const claim = await claimBatch(atMost);
    if (!claim) return undefined;
    if (mends === 0 && isStillToBegin(claim)) {
      mends += 1;
      const inTheWay = await beginAgain(claim, send);
      if (inTheWay) return outcomeOf(inTheWay);
      continue;
    }
    const answer = await send(roundOf(claim));
    if (answer.ok) {
      const inTheWay = await waitForWord(claim, answer.body, send);
      if (inTheWay) return inTheWay;
      if (!(await applyReply(claim, answer.body))) return undefined;
      if (!isMoving(claim, answer.body)) return FAILED;
      if (!claim.more && !answer.body.more) return SYNCED;
      continue;
    }
    mends += 1;
    atMost = Math.min(atMost, fewer(answer, claim));
    const inTheWay = await mend(answer, claim, send);
    if (inTheWay) return outcomeOf(inTheWay);
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

/** Stop before anything is taken in that the person must decide; give what then stands in the way. */
async function waitForWord(claim: Batch, reply: Reply, send: Send): Promise<Outcome | undefined> {
  const round = { ...roundOf(claim), changes: [] };
  const ahead = await checkForMassDelete(claim, reply, ({ cursor, mark }) =>
    send({ ...round, cursor, mark }),
  );
  if (ahead.found === "nothing") return undefined;
  if (ahead.found === "trouble") return outcomeOf(ahead.answer);
  await applyResults(claim, reply);
  await askSyncPrompt(ahead.question);
  return ASKING;
}

/** A server that takes nothing and tells nothing would be asked for ever. */
function isMoving({ device, rows }: Batch, reply: Reply): boolean {
  const isAnswered = rows.length === 0 || reply.results.length > 0;
  return isAnswered && (!reply.more || reply.cursor > device.cursor);
}

/** A network too slow for a large request may still carry a small one. */
function fewer(answer: Refusal | Offline, { rows }: Batch): number {
  if (answer.code === "offline") return CHANGES_WHEN_SLOW;
  return answer.code === "too_large" ? Math.max(1, Math.floor(rows.length / 2)) : CHANGES_AT_MOST;
}

/** Put right what the device itself can put right; give what is in the way of the next round. */
async function mend(answer: Refusal | Offline, claim: Batch, send: Send): Promise<InTheWay> {
  if (answer.code === "offline") return claim.rows.length > CHANGES_WHEN_SLOW ? undefined : answer;
  const known = (name: string) => Number(answer.details[name] ?? 0);
  switch (answer.code) {
    case "resync":
      return beginAgain(claim, send);
    case "epoch_changed":
      return (await isAgreed(claim, known("head"))) ? beginAgain(claim, send) : answer;
    case "seq_gap":
      return void (await countOnFrom(known("last_number")));
    case "device_forked":
      return void (await becomeNewDevice());
    case "too_large":
      return (await isMadeSmaller(claim)) ? undefined : answer;
    default:
      return answer;
  }
}

/** Before the first page nothing in a round would show that the server was put back once more. */
function isStillToBegin({ device }: Batch): boolean {
  return device.resyncing === true && device.cursor === 0;
}

/** The server's own head says nothing, for another device may have sent it changes since. */
async function beginAgain(claim: Batch, send: Send): Promise<InTheWay> {
  const round = { ...roundOf(claim), epoch: null, last_answered: 0, changes: [], limit: 1 };
  const common = await commonHead(claim.device, (place) => send({ ...round, ...place }));
  if (!common.found) return common.answer;
  return void (await startResync(common.head));
}

/** Another history may be somebody's mistake, so nothing goes there before the person has said so. */
async function isAgreed({ question }: Batch, head: number): Promise<boolean> {
  const holdsSomething = (await hasUnsentChanges()) || (await countRecords()) > 0;
  const isSaid = question?.about === "other_history" && question.answer === "send";
  if (!holdsSomething || isSaid) return true;
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
