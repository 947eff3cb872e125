/** One conversation on a person's page, each part of it edited in place. */

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
import { TheirDayFields } from "./their_day_fields";

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
