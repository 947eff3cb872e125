/** Whether this very device shall be reminded, as its owner said; forgotten at sign-out. */
import { announce } from "./announce";
import { db, together } from "./db";
import type { RemindingHere } from "./types";

/** Give what the owner said; nothing where they were never asked. */
export async function remindingHere(): Promise<RemindingHere | undefined> {
  return (await (await db()).get("meta", "reminding")) as RemindingHere | undefined;
}

/** Note what the owner says. */
export async function sayRemindingHere(said: RemindingHere): Promise<void> {
  await together(["meta"], (transaction) => transaction.objectStore("meta").put(said, "reminding"));
  announce(["reminding"]);
}
