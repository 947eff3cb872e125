/** The account that this device belongs to, and how the device is wiped when it signs out. */
import { announce } from "./announce";
import { dismissDataLoss, saveUnsyncedCounts } from "./data_loss";
import { db, inTransaction, recordStores } from "./db";
import type { Account } from "./types";

export type { Account };

/** Return the account that this device belongs to, if any. */
export async function account(): Promise<Account | undefined> {
  return (await (await db()).get("meta", "account")) as Account | undefined;
}

/**
 * Assign this device to the account that has just signed in.
 * @returns false where the device holds another account's data, which must be wiped first
 */
export async function claimDevice(signedIn: Account): Promise<boolean> {
  const isFree = await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const present = (await meta.get("account")) as Account | undefined;
    if (present && present.id !== signedIn.id) return false;
    await meta.put(signedIn, "account");
    await meta.delete("account_deleted_after");
    await meta.delete("account_deleted");
    return true;
  });
  announce(["account"]);
  return isFree;
}

/**
 * Store that the account is to be deleted; the session of this device has ended with that.
 * @param until - until when signing in keeps it
 */
export async function noteAccountDeletion(until: string): Promise<void> {
  const state = { at: new Date().toISOString(), state: "signed_out", code: "signed_out" } as const;
  await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    await meta.put(until, "account_deleted_after");
    await meta.put(state, "standing");
  });
  announce(["account", "sync_state"]);
}

/** Remove everything from this device because its account is deleted; says so until the person has read it. */
export async function wipeDeletedAccount(): Promise<void> {
  await wipeDevice();
  await (await db()).put("meta", true, "account_deleted");
  announce(["account"]);
}

/**
 * Remove everything of the account from this device: records, unsynced changes, and the push subscription.
 * @param signOutLater - whether the session in this browser still has to be ended, before anything else is asked of
 * the server; that outlives a further wipe
 */
export async function wipeDevice({ signOutLater = false } = {}): Promise<void> {
  const stores = [...recordStores, "outbox", "meta"] as const;
  await inTransaction([...stores], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const isPending = signOutLater || (await meta.get("sign_out_pending")) === true;
    await Promise.all(stores.map((store) => transaction.objectStore(store).clear()));
    await meta.put(true, "emptied");
    if (isPending) await meta.put(true, "sign_out_pending");
  });
  await saveUnsyncedCounts({});
  dismissDataLoss();
  announce([...recordStores, "outbox", "account", "sync_state", "notifications"]);
  await unsubscribePush();
}

async function unsubscribePush(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  for (const one of (await registration?.getNotifications?.()) ?? []) one.close();
  await navigator.clearAppBadge?.();
  const subscription = await registration?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}
