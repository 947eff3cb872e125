/** Whether this very device shall be reminded, as its owner said; forgotten at sign-out. */
import { announce } from "./announce";
import { db, inTransaction } from "./db";
import type { NotificationChoice } from "./types";

/** Give what the owner said; nothing where they were never asked. */
export async function notificationChoice(): Promise<NotificationChoice | undefined> {
  return (await (await db()).get("meta", "reminding")) as NotificationChoice | undefined;
}

/** Note what the owner says. */
export async function setNotificationChoice(said: NotificationChoice): Promise<void> {
  await inTransaction(["meta"], (transaction) =>
    transaction.objectStore("meta").put(said, "reminding"),
  );
  announce(["reminding"]);
}
