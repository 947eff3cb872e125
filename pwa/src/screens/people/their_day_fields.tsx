/** A day in their life that they mentioned in a conversation: what happens, and when. */

import type { Field } from "../../components/inline_edit/field_editor";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { setConversation } from "./conversation_writes";
import type { SavedConversation } from "./person_query";

/** Show the day in their life, each part edited in place; nothing where none was noted. */
export function TheirDayFields({ conversation }: { conversation: SavedConversation }) {
  const { their_day_on, their_day_what } = conversation.body;
  if (!their_day_on && !their_day_what) return null;
  return (
    <>
      <InlineEdit field={whatField(conversation)}>
        <p class="long_text">
          <span class="soft">In their life: </span>
          {their_day_what}
        </p>
      </InlineEdit>
      <InlineEdit field={dayField(conversation)}>
        <p class="soft small">
          <time dateTime={their_day_on ?? ""}>
            {their_day_on && dayText(their_day_on, localDay(new Date()))}
          </time>
        </p>
      </InlineEdit>
    </>
  );
}

function whatField({ id, body }: SavedConversation): Field {
  const save = (their_day_what: string) => setConversation(id, { their_day_what });
  const value = body.their_day_what;
  return { name: "their_day_what", label: "what happens in their life", kind: "line", value, save };
}

function dayField({ id, body }: SavedConversation): Field {
  const save = (day: string) => setConversation(id, { their_day_on: day || null });
  const value = body.their_day_on ?? "";
  return { name: "their_day_on", label: "the day in their life", kind: "date", value, save };
}
