/** The form for a prompt of the user's own; one of more than nine words is refused. */

import { useId, useState } from "preact/hooks";
import { limits } from "../../data/kinds.gen";
import {
  countIfTooLong,
  type Family,
  families,
  mostWords,
  type Prompt,
} from "../../domain/prompts/prompt";
import { familyLabels } from "./family_words";

interface Props {
  before?: Prompt;
  /** Rejects where the prompt could not be saved; it then stays in the form. */
  onSave: (words: string, family: Family) => Promise<void>;
  onClose: () => void;
}

/** Show the form for the text of a prompt and its family. */
export function OwnPromptForm({ before, onSave, onClose }: Props) {
  const id = useId();
  const [words, setWords] = useState(before?.text ?? "");
  const [family, setFamily] = useState<Family>(before?.family ?? "open");
  const [problem, setProblem] = useState("");
  const save = async () => {
    const refusal = refusalOf(words);
    setProblem(refusal);
    if (!refusal)
      await onSave(words.trim(), family).catch(() =>
        setProblem("Couldn't save it on this device. Try again."),
      );
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => event.key === "Escape" && onClose()}
    >
      <div class="field">
        <label for={`${id}words`}>What would you ask or do?</label>
        <input
          id={`${id}words`}
          value={words}
          maxLength={limits.line}
          autocomplete="off"
          autofocus
          aria-invalid={problem !== ""}
          aria-describedby={`${id}problem`}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <p id={`${id}problem`} class="problem" role="alert">
          {problem}
        </p>
      </div>
      <div class="field">
        <label for={`${id}family`}>When to show it</label>
        <select
          id={`${id}family`}
          value={family}
          onChange={(event) => setFamily(event.currentTarget.value as Family)}
        >
          {families.map((one) => (
            <option key={one} value={one}>
              {familyLabels[one]}
            </option>
          ))}
        </select>
      </div>
      <FormEnd onClose={onClose} />
    </form>
  );
}

function FormEnd({ onClose }: { onClose: () => void }) {
  return (
    <div class="actions">
      <button type="submit" class="button primary">
        Save
      </button>
      <button type="button" class="button" onClick={onClose}>
        Cancel
      </button>
    </div>
  );
}

function refusalOf(words: string): string {
  if (!/[\p{L}\p{N}]/u.test(words)) return "Type the prompt first.";
  const count = countIfTooLong(words);
  return count ? `That's ${count} words. A prompt has ${mostWords} at most.` : "";
}
