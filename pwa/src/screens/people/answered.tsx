/** A message that waits for its answer, and one tap for when it came. */

import { markAnswered, unanswered } from "../../components/contact_log/contact";
import { momentText } from "../../domain/dates/date_words";
import { showToast } from "../../ui/toast";
import { type SavedConversation, whenOf } from "./person_query";

/** Show that the last contact was a message without an answer, if it was. */
export function Answered({ conversations }: { conversations: SavedConversation[] }) {
  const [last] = unanswered(conversations.slice(0, 1));
  if (!last) return null;
  const [wrote, answered] =
    last.body.begun_by === "me" ? ["You wrote", "They answered"] : ["They wrote", "I answered"];
  const mark = async () =>
    showToast(`${answered}.`, { undo: await markAnswered(last, new Date().toISOString()) });
  return (
    <div class="actions">
      <p class="soft small">
        {wrote} {momentText(whenOf(last), new Date())}.
      </p>
      <button type="button" class="button" onClick={mark}>
        {answered}
      </button>
    </div>
  );
}
