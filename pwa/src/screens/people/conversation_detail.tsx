/** A conversation on its own, for those that belong to nobody who is still here. */
import { useLive } from "../../data/live";
import { find, findByIndex } from "../../data/queries";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { Gone, RecordDetail } from "../../ui/list_and_detail";
import { ConversationEntry } from "./conversation_entry";
import { conversationContext, problemOfConversation, promiseOfConversation } from "./person_query";

const topics: Parameters<typeof useLive>[1] = [
  "conversation",
  "follow_up",
  "problem",
  "person",
  "event",
  "outbox",
];

/** Show the conversation with this id. */
export function ConversationDetail({ id }: { id: string }) {
  const read = useLive(() => readConversation(id), topics, [id]);
  return (
    <RecordDetail
      read={read}
      path={`/people/conversations/${id}`}
      gone={<Gone what="conversation" all={{ href: "/people", words: "All people" }} />}
    >
      {(whole) => (
        <div class="stack">
          <Link href="/people" class="button quiet icon_only back" aria-label="Back to people">
            <Icon name="back" />
          </Link>
          <h1>A conversation</h1>
          <ConversationEntry {...whole} />
        </div>
      )}
    </RecordDetail>
  );
}

async function readConversation(id: string) {
  const conversation = await find("conversation", id);
  if (!conversation) return null;
  return {
    conversation,
    followUp: promiseOfConversation(id, await findByIndex("follow_up", "conversation_id", id)),
    problem: problemOfConversation(id, await findByIndex("problem", "conversation_id", id)),
    context: await conversationContext([conversation]),
  };
}
