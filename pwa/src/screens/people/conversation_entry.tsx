/** One conversation on a person's page: when and where, what was said, each part edited in place. */

import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { Mark, markOf } from "../../components/inline_edit/mark";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { ConversationChoices } from "./conversation_choices";
import {
  dueField,
  notesField,
  problemField,
  promiseField,
  recalledField,
  whenField,
} from "./conversation_fields";
import { deleteConversation } from "./conversation_writes";
import { DueDay } from "./due_day";
import { Participants } from "./participants";
import {
  type SavedConversation,
  type SavedFollowUp,
  type SavedProblem,
  type Surroundings,
  whenOf,
} from "./person_query";
import { TheirDay } from "./their_day";

export interface ConversationEntryProps {
  conversation: SavedConversation;
  followUp: SavedFollowUp | undefined;
  problem: SavedProblem | undefined;
  around: Surroundings;
  /** Whose page it stands on, who is not named again. */
  personId?: string | undefined;
  startsOpen?: boolean;
}

/** Show a conversation with everything that was noted about it. */
export function ConversationEntry(props: ConversationEntryProps) {
  const { conversation, followUp, startsOpen = false } = props;
  const { line, promise, promise_due_on, notes, recalled } = conversation.body;
  return (
    <article id={conversation.id} class="card conversation" tabIndex={-1} data-record>
      <EntryHead {...props} />
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
      <TheirDay conversation={conversation} />
      <InlineEdit field={notesField(conversation)}>
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

function EntryHead({ conversation, problem, around, personId }: ConversationEntryProps) {
  const at = whenOf(conversation);
  const event = around.events.get(conversation.body.event_id ?? "");
  return (
    <header class="conversation_head">
      <div class="soft small conversation_when">
        <InlineEdit field={whenField(conversation)}>
          <time dateTime={at}>{at && momentText(at, new Date())}</time>
        </InlineEdit>
        {event?.name && <span>at {event.name}</span>}
        <Participants conversation={conversation} names={around.names} personId={personId} />
        <Mark mark={markOf(conversation)} />
      </div>
      {conversation.seq > 0 && (
        <Link
          href={`/history/${conversation.id}`}
          class="button quiet icon_only"
          aria-label={`History of the conversation of ${at ? exactMomentText(at) : "an unknown day"}`}
        >
          <Icon name="later" />
        </Link>
      )}
      <button
        type="button"
        class="button quiet icon_only"
        aria-label={`Delete the conversation of ${at ? exactMomentText(at) : "an unknown day"}`}
        onClick={() => deleteConversation(conversation, problem)}
      >
        <Icon name="trash" />
      </button>
    </header>
  );
}
