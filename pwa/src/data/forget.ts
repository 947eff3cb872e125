/** Removes deleted records for good, once nobody will undo the deletion. */
import { inTransaction, recordStores } from "./db";

const BODY_KEPT_DAYS = 1;
const TOMBSTONE_KEPT_DAYS = 30;
const DAY = 86_400_000;

/**
 * Empty records a day after their deletion, and remove them after a month; unsent changes stay. Safe to repeat.
 * The empty record outlives its body, so that a server restored from a backup learns of the deletion again.
 */
export async function forgetDeleted(now: Date): Promise<void> {
  await inTransaction([...recordStores, "outbox"], async (transaction) => {
    const waiting = transaction.objectStore("outbox").index("id");
    for (const name of recordStores) {
      const store = transaction.objectStore(name);
      const old = await store
        .index("deleted_at")
        .getAll(IDBKeyRange.upperBound(daysBefore(now, BODY_KEPT_DAYS)));
      for (const record of old) {
        if ((await waiting.count(record.id)) > 0) continue;
        const isAncient = (record.deleted_at ?? "") < daysBefore(now, TOMBSTONE_KEPT_DAYS);
        const { refused: _refused, ...emptied } = record;
        if (isAncient) await store.delete(record.id);
        else await store.put({ ...emptied, body: {} });
      }
    }
  });
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY).toISOString();
}
