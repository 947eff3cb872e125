/** The state of this device, one entry each in the store `meta`: last sync, open question, open card, choices. */
import type { Counters } from "../domain/prompts/learning";
import { announce } from "./announce";
import { db, inTransaction } from "./db";
import type { Device, Meta, NotificationChoice, Room, SyncPrompt, SyncState } from "./types";

export type { SyncPrompt, SyncState };

/** Starting the app after a tap takes seconds; an older tap was given up. */
const TAP_COUNTS_SECONDS = 60;

const NEVER_SYNCED: SyncState = { at: null, state: "never", code: null };

/** Return the id by which the server knows this device, once it has one. */
export async function deviceId(): Promise<string | undefined> {
  return (await read<Device>("device"))?.device_id;
}

/** Return the result of the last sync. */
export async function syncState(): Promise<SyncState> {
  return (await read<SyncState>("standing")) ?? NEVER_SYNCED;
}

/** Return what the account stored at the last sync, and how much it may. */
export function accountRoom(): Promise<Room | undefined> {
  return read("room");
}

/** Store the result of a sync, for every tab and the worker. */
export async function setSyncState(state: SyncState): Promise<void> {
  await (await db()).put("meta", state, "standing");
  announce(["sync_state"]);
}

/** Ask for a sync now, because the person did. */
export function requestRound(): void {
  announce(["round"]);
}

/** Return the question that sync waits for the person to answer, if there is one. */
export async function syncPrompt(): Promise<SyncPrompt | undefined> {
  const asked = await read<SyncPrompt>("question");
  return asked?.answer ? undefined : asked;
}

/** Store a question for the person in place of the last one; an answer given during the round is kept. */
export async function askSyncPrompt(asked: SyncPrompt): Promise<void> {
  await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const before = (await meta.get("question")) as SyncPrompt | undefined;
    const isAnswered = before?.about === asked.about && before.answer !== undefined;
    if (!isAnswered) await meta.put(asked, "question");
  });
}

/** Store the person's answer and let sync go on by it. */
export async function answerSyncPrompt(answer: NonNullable<SyncPrompt["answer"]>): Promise<void> {
  await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const asked = (await meta.get("question")) as SyncPrompt | undefined;
    if (asked) await meta.put({ ...asked, answer } as SyncPrompt, "question");
  });
  requestRound();
}

/**
 * Check whether the server was restored from an older backup and the person has not read of it yet.
 * @returns `sending` while what the server lost is still being sent there; nothing without a rollback
 */
export async function serverRollback(): Promise<"sending" | "sent" | undefined> {
  if (!(await read("put_back_at"))) return undefined;
  const isPulling = (await read<Device>("device"))?.resyncing === true;
  return isPulling || (await (await db()).count("outbox")) > 0 ? "sending" : "sent";
}

/** Stop showing that the server was restored. */
export async function dismissServerRollback(): Promise<void> {
  await (await db()).delete("meta", "put_back_at");
  announce(["sync_state"]);
}

/** Return whether the owner wants notifications on this device; nothing where they were never asked. */
export function notificationChoice(): Promise<NotificationChoice | undefined> {
  return read("reminding");
}

/** Store whether the owner wants notifications on this device. */
export async function setNotificationChoice(choice: NotificationChoice): Promise<void> {
  await save("reminding", choice);
  announce(["notifications"]);
}

/** Check whether somebody signed out here of whom the server has not heard; false where nothing can be read. */
export async function isSignOutPending(): Promise<boolean> {
  return (await read("sign_out_pending").catch(() => undefined)) === true;
}

/** Store that the server has ended the session of whoever signed out. */
export function forgetPendingSignOut(): Promise<void> {
  return save("sign_out_pending", undefined);
}

/** Return until when signing in keeps the account, where its deletion was asked for here. */
export function accountDeletedAfter(): Promise<string | undefined> {
  return read("account_deleted_after");
}

/** Store that the server keeps the account whose deletion was asked for here. */
export async function forgetAccountDeletion(): Promise<void> {
  await save("account_deleted_after", undefined);
  announce(["account"]);
}

/** What became of the account: this device was emptied because it is deleted, or signing in here kept it. */
export type AccountNews = "account_deleted" | "account_kept";

/** Return what became of the account, until the person has dismissed it. */
export async function accountNews(): Promise<AccountNews | undefined> {
  if (await read("account_deleted")) return "account_deleted";
  return (await read("account_kept")) ? "account_kept" : undefined;
}

/** Store that signing in here took back that the account was to be deleted. */
export async function noteAccountKept(): Promise<void> {
  await save("account_kept", true);
  announce(["account"]);
}

/** Stop showing what became of the account. */
export async function dismissAccountNews(news: AccountNews): Promise<void> {
  await save(news, undefined);
  announce(["account"]);
}

/** Return the id of the conversation whose card is open, so that an app that was killed reopens it. */
export function openCard(): Promise<string | undefined> {
  return read("open_card");
}

/** Store which card is open; nothing when it was left. */
export function setOpenCard(conversationId: string | undefined): Promise<void> {
  return save("open_card", conversationId);
}

/** Store where a tap on a notification leads, for a page that the system opens elsewhere. */
export function setTappedPath(path: string): Promise<void> {
  return save("tapped", { path, at: new Date().toISOString() });
}

/** Return where a recent tap on a notification leads, once; nothing where no page has to go anywhere. */
export async function takeTappedPath(now: Date): Promise<string | undefined> {
  const tapped = await read<Meta["tapped"]>("tapped");
  if (!tapped) return undefined;
  await save("tapped", undefined);
  const age = now.getTime() - Date.parse(tapped.at);
  return Math.abs(age) < TAP_COUNTS_SECONDS * 1000 ? tapped.path : undefined;
}

/** Return the counters of prompt styles as last saved; nothing where nothing was counted yet. */
export function styleCounters(): Promise<Counters | undefined> {
  return read("style_counters");
}

/** Save the counters of prompt styles, so that the next prompt need not count first. */
export function saveStyleCounters(counters: Counters): Promise<void> {
  return save("style_counters", counters);
}

async function read<T extends Meta[keyof Meta]>(key: keyof Meta): Promise<T | undefined> {
  return (await (await db()).get("meta", key)) as T | undefined;
}

function save<K extends keyof Meta>(key: K, value: Meta[K] | undefined): Promise<void> {
  return inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    if (value === undefined) await meta.delete(key);
    else await meta.put(value, key);
  });
}
