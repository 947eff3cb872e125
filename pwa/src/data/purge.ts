/** Removes a purged person from this device at once, without waiting for the next sync. */
import { announce } from "./announce";
import { inTransaction } from "./db";
import type { Stored } from "./types";

const ABOUT_PEOPLE = [
  "conversation",
  "follow_up",
  "target",
  "problem",
  "strength",
  "prompt_use",
  "nudge",
] as const;

/** Check whether a record is about this person and nobody else. */
export function isOnlyAbout({ person_ids }: { person_ids?: unknown }, id: string): boolean {
  return (
    Array.isArray(person_ids) && person_ids.length > 0 && person_ids.every((one) => one === id)
  );
}

/** Remove a person whom the server has purged, the records only about them, and their unsent changes. */
export async function purgeFromDevice(personId: string): Promise<void> {
  const stores = ["person", ...ABOUT_PEOPLE] as const;
  await inTransaction([...stores, "outbox"], async (transaction) => {
    const theirs: Pick<Stored, "id">[] = [{ id: personId }];
    await transaction.objectStore("person").delete(personId);
    for (const kind of ABOUT_PEOPLE) {
      const store = transaction.objectStore(kind);
      for (const record of await store.index("person_ids").getAll(personId)) {
        if (!isOnlyAbout(record.body, personId)) continue;
        theirs.push(record);
        await store.delete(record.id);
      }
    }
    const outbox = transaction.objectStore("outbox");
    for (const { id } of theirs) {
      for (const order of await outbox.index("id").getAllKeys(id)) await outbox.delete(order);
    }
  });
  announce([...stores, "outbox"]);
}
