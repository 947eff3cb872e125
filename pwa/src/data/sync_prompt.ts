/** The question that stands between this device and the server, until the person has answered it. */
import { db, inTransaction } from "./db";
import { requestRound } from "./sync_state";
import type { SyncPrompt } from "./types";

export type { SyncPrompt };

/** Give the question that waits for an answer, if there is one. */
export async function syncPrompt(): Promise<SyncPrompt | undefined> {
  const asked = (await (await db()).get("meta", "question")) as SyncPrompt | undefined;
  return asked?.answer ? undefined : asked;
}

/** Ask the person, in place of what was asked before; an answer that came while a round was on its way stands. */
export async function askSyncPrompt(asked: SyncPrompt): Promise<void> {
  await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const before = (await meta.get("question")) as SyncPrompt | undefined;
    const isAnswered = before?.about === asked.about && before.answer !== undefined;
    if (!isAnswered) await meta.put(asked, "question");
  });
}

/** Keep the person's answer and let the rounds go on by it. */
export async function answerSyncPrompt(answer: NonNullable<SyncPrompt["answer"]>): Promise<void> {
  await inTransaction(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const asked = (await meta.get("question")) as SyncPrompt | undefined;
    if (asked) await meta.put({ ...asked, answer } as SyncPrompt, "question");
  });
  requestRound();
}
