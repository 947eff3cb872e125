/** The questions that stand between a device and the server, in words, with their answers. */
import type { SyncPrompt } from "../../data/device_state";

export interface SyncPromptText {
  banner: string;
  title: string;
  sentences: string[];
  answers: { answer: NonNullable<SyncPrompt["answer"]>; label: string; isLoss: boolean }[];
}

/** Say what a question asks and which answers there are, the safe one first. */
export function syncPromptText(question: SyncPrompt): SyncPromptText {
  return question.about === "deletions" ? sayDeletions(question) : sayOtherHistory(question);
}

function sayDeletions({ count, of }: Extract<SyncPrompt, { about: "deletions" }>): SyncPromptText {
  return {
    banner: `${count} of the ${of} records on this device were deleted elsewhere. Nothing is deleted here before you say so.`,
    title: `Delete ${count} records here too?`,
    sentences: [
      `${count} of the ${of} records that this device holds are marked as deleted on the server.`,
      "If that was you, delete them here too. If it surprises you, keep them: they go up again and come back on your other devices.",
    ],
    answers: [
      { answer: "keep", label: `Keep all ${of}`, isLoss: false },
      { answer: "follow", label: `Delete ${count} here too`, isLoss: true },
    ],
  };
}

function sayOtherHistory({
  is_empty,
}: Extract<SyncPrompt, { about: "other_history" }>): SyncPromptText {
  return {
    banner: "The server is not the one that this device knew. Nothing moves before you say so.",
    title: "Send everything to this server?",
    sentences: [
      is_empty
        ? "This server has nothing of your account. It was emptied, or it is another one."
        : "This server has never met this device. It was put back from an old backup, or it is another one.",
      "If it is yours, send what this device holds: nothing is removed, neither here nor there. If it is not, close this; everything stays safe on this device.",
    ],
    answers: [{ answer: "send", label: "Send everything from here", isLoss: false }],
  };
}
