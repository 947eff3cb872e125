/** The user's own prompts: add, edit, delete. */

import { useState } from "preact/hooks";
import type { Prompt } from "../../domain/prompts/prompt";
import { Icon } from "../../ui/icons";
import { showToast } from "../../ui/toast";
import { familyLabels } from "./family_words";
import { OwnPromptForm } from "./own_prompt_form";
import { deletePrompt, savePrompt } from "./prompt_choices";

/** Show the user's own prompts, and the button that adds one. */
export function OwnPrompts({ prompts }: { prompts: Prompt[] }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <section class="stack" aria-labelledby="own_prompts">
      <h2 id="own_prompts">Your own</h2>
      {prompts.length > 0 && (
        <ul class="rows">
          {prompts.map((prompt) => (
            <OwnPrompt key={prompt.id} prompt={prompt} />
          ))}
        </ul>
      )}
      {isAdding ? (
        <OwnPromptForm
          onSave={async (words, family) => {
            await savePrompt(words, family, undefined);
            setAdding(false);
          }}
          onClose={() => setAdding(false)}
        />
      ) : (
        <div class="actions">
          <button type="button" class="button" onClick={() => setAdding(true)}>
            <Icon name="add" />
            Write a prompt
          </button>
        </div>
      )}
    </section>
  );
}

function OwnPrompt({ prompt }: { prompt: Prompt }) {
  const [isEdited, setEdited] = useState(false);
  const { id, text, family } = prompt;
  const remove = async () => showToast(`Deleted: ${text}`, { undo: await deletePrompt(id) });
  if (isEdited)
    return (
      <li class="prompt_row">
        <OwnPromptForm
          before={prompt}
          onSave={async (words, into) => {
            await savePrompt(words, into, id);
            setEdited(false);
          }}
          onClose={() => setEdited(false)}
        />
      </li>
    );
  return (
    <li class="prompt_row">
      <p>
        <span class="quote">{text}</span>
        <span class="small soft">{familyLabels[family]}</span>
      </p>
      <button
        type="button"
        class="button quiet icon_only"
        aria-label={`Edit: ${text}`}
        onClick={() => setEdited(true)}
      >
        <Icon name="edit" />
      </button>
      <button
        type="button"
        class="button quiet icon_only"
        aria-label={`Delete: ${text}`}
        onClick={remove}
      >
        <Icon name="trash" />
      </button>
    </li>
  );
}
