/** One conversation on a person's page, each part of it edited in place. */
import type { Field } from "../../components/inline_edit/field_editor";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { ConversationChoices } from "./conversation_choices";
import {
  conversationNotesField,
  dueField,
  problemField,
  promiseField,
  recalledField,
} from "./conversation_fields";
import { ConversationHead } from "./conversation_head";
import type {
  ConversationContext,
  SavedConversation,
  SavedFollowUp,
  SavedProblem,
} from "./person_query";
import { setConversation } from "./person_writes";

interface ConversationEntryProps {
  conversation: SavedConversation;
  followUp: SavedFollowUp | undefined;
  problem: SavedProblem | undefined;
  context: ConversationContext;
  /** The person whose page it is on, who is not named again. */
  personId?: string | undefined;
  startsOpen?: boolean;
}

/** Show a conversation with everything that was noted about it. */
export function ConversationEntry(props: ConversationEntryProps) {
  const { conversation, followUp, startsOpen = false } = props;
  const { line, promise, promise_due_on, notes, recalled } = conversation.body;
  return (
    <article id={conversation.id} class="card conversation" tabIndex={-1} data-record>
      <ConversationHead
        conversation={conversation}
        problem={props.problem}
        context={props.context}
        personId={props.personId}
      />
      <InlineEdit field={problemField(conversation, props.problem)} startsOpen={startsOpen}>
        <blockquote class="quote">{conversation.body.problem}</blockquote>
      </InlineEdit>
      <InlineEdit field={promiseField(conversation, followUp)}>
        <p class="long_text">
          <span class="soft">I promised: </span>
          {promise}
        </p>
      </InlineEdit>
      {promise && (
        <InlineEdit field={dueField(conversation, followUp)}>
          <DueDay day={promise_due_on} />
        </InlineEdit>
      )}
      <TheirDayFields conversation={conversation} />
      <InlineEdit field={conversationNotesField(conversation)}>
        <p class="long_text">{notes}</p>
      </InlineEdit>
      {recalled && (
        <InlineEdit field={recalledField(conversation)}>
          <p class="long_text">
            <span class="soft">Recalled the morning after: </span>
            {recalled}
          </p>
        </InlineEdit>
      )}
      {line && (
        <p class="small soft long_text">
          As written: <q>{line}</q>
        </p>
      )}
      <ConversationChoices conversation={conversation} />
      <RecordNotes record={conversation} />
    </article>
  );
}

function DueDay({ day }: { day: string | null }) {
  if (!day) return null;
  return (
    <p class="soft small">
      due{" "}
      <time dateTime={day} title={day}>
        {dayText(day, localDay(new Date()))}
      </time>
    </p>
  );
}

/** Show the day in their life, each part edited in place; nothing where none was noted. */
function TheirDayFields({ conversation }: { conversation: SavedConversation }) {
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
