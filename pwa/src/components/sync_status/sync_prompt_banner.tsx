/** A question of sync that the user must answer: a line on every screen, and a dialog with the details. */
import { useState } from "preact/hooks";
import { answerSyncPrompt, syncPrompt } from "../../data/device_state";
import { useLive } from "../../data/live";
import { Dialog } from "../../ui/dialog";
import { type SyncPromptText, syncPromptText } from "./sync_prompt_words";

/** Show the question for as long as sync waits for its answer. */
export function SyncPromptBanner() {
  const asked = useLive(
    async () => (await syncPrompt()) ?? null,
    ["sync_state", "round"],
    [],
  ).value;
  const [isOpen, setOpen] = useState(false);
  if (!asked) return null;
  const words = syncPromptText(asked);
  return (
    <div class="notice" role="status">
      <p>{words.banner}</p>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        Decide…
      </button>
      {isOpen && <QuestionDialog words={words} close={() => setOpen(false)} />}
    </div>
  );
}

function QuestionDialog({ words, close }: { words: SyncPromptText; close: () => void }) {
  return (
    <Dialog title={words.title} onClose={close}>
      <div class="stack">
        {words.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <div class="actions">
          {words.answers.map(({ answer, label, isLoss }) => (
            <button
              key={answer}
              type="button"
              class={isLoss ? "button warning" : "button primary"}
              onClick={() => answerSyncPrompt(answer)}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
