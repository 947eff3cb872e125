/** Which card is open on this device, so that an app that was killed comes back with it. */
import { db, inTransaction } from "./db";

/** Give the conversation whose card is open, if any. */
export async function openCard(): Promise<string | undefined> {
  return (await (await db()).get("meta", "open_card")) as string | undefined;
}

/** Keep which card is open; nothing when it was left. */
export async function setOpenCard(conversationId: string | undefined): Promise<void> {
  await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    if (conversationId) await meta.put(conversationId, "open_card");
    else await meta.delete("open_card");
  });
}
