/** The questions of sync in words, with their answers. */
import type { SyncPrompt } from "../../data/device_state";

export interface SyncPromptText {
  banner: string;
  title: string;
  sentences: string[];
  answers: { answer: NonNullable<SyncPrompt["answer"]>; label: string; isLoss: boolean }[];
}

/** Return the words of a question and its answers, the safe one first. */
export function syncPromptText(question: SyncPrompt): SyncPromptText {
  return question.about === "deletions" ? deletionsText(question) : otherHistoryText(question);
}

function deletionsText({ count, of }: Extract<SyncPrompt, { about: "deletions" }>): SyncPromptText {
  return {
    banner: `${count} of the ${of} records on this device were deleted elsewhere. Nothing is deleted here until you decide.`,
    title: `Delete ${count} records here too?`,
    sentences: [
      `${count} of the ${of} records on this device are marked as deleted on the server.`,
      "If that was you, delete them here too. If it surprises you, keep them: they come back on your other devices too.",
    ],
    answers: [
      { answer: "keep", label: `Keep all ${of}`, isLoss: false },
      { answer: "follow", label: `Delete ${count} here too`, isLoss: true },
    ],
  };
}

function otherHistoryText({
  is_empty,
}: Extract<SyncPrompt, { about: "other_history" }>): SyncPromptText {
  return {
    banner: "This isn't the server that this device knew. Sync waits until you decide.",
    title: "Send everything to this server?",
    sentences: [
      is_empty
        ? "This server has no records of your account. It was emptied, or it is a different one."
        : "This server doesn't know this device. It was restored from an old backup, or it is a different one.",
      "If it is yours, send everything from this device; nothing is removed anywhere. If it isn't, close this, and everything stays safe on this device.",
    ],
    answers: [{ answer: "send", label: "Send everything", isLoss: false }],
  };
}
