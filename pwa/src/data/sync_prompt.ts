/** The question that stands between this device and the server, until the person has answered it. */
import { db, together } from "./db";
import { wantRound } from "./sync_state";
import type { Question } from "./types";

export type { Question };

/** Give the question that waits for an answer, if there is one. */
export async function question(): Promise<Question | undefined> {
  const asked = (await (await db()).get("meta", "question")) as Question | undefined;
  return asked?.answer ? undefined : asked;
}

/** Ask the person, in place of what was asked before; an answer that came while a round was on its way stands. */
export async function ask(asked: Question): Promise<void> {
  await together(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const before = (await meta.get("question")) as Question | undefined;
    const isAnswered = before?.about === asked.about && before.answer !== undefined;
    if (!isAnswered) await meta.put(asked, "question");
  });
}

/** Keep the person's answer and let the rounds go on by it. */
export async function answerQuestion(answer: NonNullable<Question["answer"]>): Promise<void> {
  await together(["meta"], async (transaction) => {
    const meta = transaction.objectStore("meta");
    const asked = (await meta.get("question")) as Question | undefined;
    if (asked) await meta.put({ ...asked, answer } as Question, "question");
  });
  wantRound();
}
