/** A promise made without a day, which lives on its conversation until it gets one or is kept. */
import { Icon } from "../ui/icons";
import { Later } from "../ui/later";
import { datePromise, keepPromise } from "./conversation_writes";
import type { SavedConversation } from "./person_query";

/** Show the promise with Done and Later; either makes it a follow-up. */
export function UndatedPromise({ conversation }: { conversation: SavedConversation }) {
  const { promise } = conversation.body;
  return (
    <li class="owed">
      <div class="owed_words">
        <p class="long_text">{promise}</p>
        <p class="soft small">no day yet</p>
      </div>
      <div class="actions">
        <button
          type="button"
          class="button"
          aria-label={`Done: ${promise}`}
          onClick={() => keepPromise(conversation)}
        >
          <Icon name="done" />
          Done
        </button>
        <Later what={promise} pick={(day) => datePromise(conversation, day)} />
      </div>
    </li>
  );
}
