/** Whose data lies on this device. */
import { announce } from "./announce";
import { dismissDataLoss, saveUnsyncedCounts } from "./data_loss";
import { db, inTransaction, recordStores } from "./db";
import type { Account } from "./types";

export type { Account };

/** Give the account that this device belongs to, if any. */
export async function account(): Promise<Account | undefined> {
  return (await (await db()).get("meta", "account")) as Account | undefined;
}

/**
 * Let this device belong to the account that has just signed in.
 * gives: false where it holds another account's data, which must be wiped first
 */
export async function claimDevice(signedIn: Account): Promise<boolean> {
  const isFree = await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const present = (await meta.get("account")) as Account | undefined;
    if (present && present.id !== signedIn.id) return false;
    await meta.put(signedIn, "account");
    return true;
  });
  announce(["account"]);
  return isFree;
}

/** Leave nothing of the account on this device: records, what was unsynced, and its push subscription. */
export async function wipeDevice(): Promise<void> {
  const stores = [...recordStores, "outbox", "meta"] as const;
  await inTransaction([...stores], async (transaction) => {
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
  });
  await saveUnsyncedCounts({});
  dismissDataLoss();
  announce([...recordStores, "outbox", "account", "sync_state", "notifications"]);
  await endPushes();
}

async function endPushes(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const one of (await registration?.getNotifications?.()) ?? []) one.close();
  await navigator.clearAppBadge?.();
  const subscription = await registration?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}
