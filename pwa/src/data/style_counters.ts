/** What learning has counted, kept on this device so that the next talk need not count first. */
import type { Counters } from "../domain/prompts/learning";
import { db, inTransaction } from "./db";

/** Give what was counted last; nothing where it never was. */
export async function keptCounters(): Promise<Counters | undefined> {
  return (await (await db()).get("meta", "style_counters")) as Counters | undefined;
}

/** Keep what was counted now. */
export async function keepCounters(counters: Counters): Promise<void> {
  await inTransaction(["meta"], async (transaction) => {
    await transaction.objectStore("meta").put(counters, "style_counters");
  });
}
