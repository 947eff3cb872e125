/** The question that waits for the person: a calm line on every screen, and the whole of it in a dialog. */
import { useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { answerQuestion, question } from "../../data/sync_prompt";
import { Dialog } from "../../ui/dialog";
import { type Asked, sayQuestion } from "./sync_prompt_words";

/** Show the question that stands in the way of the rounds, as long as it does. */
export function QuestionBanner() {
  const asked = useLive(async () => (await question()) ?? null, ["standing", "round"], []).value;
  const [open, setOpen] = useState(false);
  if (!asked) return null;
  const words = sayQuestion(asked);
  return (
    <div class="notice" role="status">
      <p>{words.banner}</p>
      <button type="button" class="button" onClick={() => setOpen(true)}>
        Decide…
      </button>
      {open && <QuestionDialog words={words} close={() => setOpen(false)} />}
    </div>
  );
}

function QuestionDialog({ words, close }: { words: Asked; close: () => void }) {
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
              onClick={() => answerQuestion(answer)}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
