/** The head of a conversation: when, where and with whom it was, its history, and a button that deletes it. */
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { whenField } from "./conversation_fields";
import {
  type ConversationContext,
  type SavedConversation,
  type SavedProblem,
  whenOf,
} from "./person_query";
import { deleteConversation } from "./person_writes";

interface ConversationHeadProps {
  conversation: SavedConversation;
  problem: SavedProblem | undefined;
  context: ConversationContext;
  personId: string | undefined;
}

/** Show the head of a conversation. */
export function ConversationHead({
  conversation,
  problem,
  context,
  personId,
}: ConversationHeadProps) {
  const at = whenOf(conversation);
  const event = context.events.get(conversation.body.event_id ?? "");
  const day = at ? exactMomentText(at) : "an unknown day";
  return (
    <header class="conversation_head">
      <div class="soft small conversation_when">
        <InlineEdit field={whenField(conversation)}>
          <time dateTime={at}>{at && momentText(at, new Date())}</time>
        </InlineEdit>
        {event?.name && <span>at {event.name}</span>}
        <Participants conversation={conversation} names={context.names} personId={personId} />
        <UnsyncedMark mark={unsyncedMarkOf(conversation)} />
      </div>
      {conversation.seq > 0 && (
        <Link
          href={`/history/${conversation.id}`}
          class="button quiet icon_only"
          aria-label={`History of the conversation of ${day}`}
        >
          <Icon name="later" />
        </Link>
      )}
      <button
        type="button"
        class="button quiet icon_only"
        aria-label={`Delete the conversation of ${day}`}
        onClick={() => deleteConversation(conversation, problem)}
      >
        <Icon name="trash" />
      </button>
    </header>
  );
}

interface ParticipantsProps {
  conversation: SavedConversation;
  names: Map<string, string>;
  personId: string | undefined;
}

/** Name those who took part besides the person whose page it is; a deleted person keeps the name noted then. */
function Participants({ conversation, names, personId }: ParticipantsProps) {
  const { person_ids, who } = conversation.body;
  const others = person_ids.filter((id) => id !== personId && names.has(id));
  const isNobodyLeft = !personId && others.length === 0;
  if (isNobodyLeft) return <span>{who ? `with ${who}` : "with someone"}</span>;
  if (others.length === 0) return null;
  return (
    <span>
      with{" "}
      {others.map((id, at) => (
        <span key={id}>
          {at > 0 && ", "}
          <Link href={`/people/${id}`}>{names.get(id)}</Link>
        </span>
      ))}
    </span>
  );
}
