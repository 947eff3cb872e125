/** A conversation on its own, for those that belong to nobody who is still here. */
import { useLive } from "../../data/live";
import { find, findByIndex } from "../../data/queries";
import { Empty, Skeleton } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { ConversationEntry } from "./conversation_entry";
import { promised, promiseStateText } from "./owed";
import { surroundingsOf } from "./person_query";

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
  const { value } = useLive(() => read(id), topics, [id]);
  if (value === undefined) return <Skeleton />;
  if (value === null) return <Empty title="This conversation is gone" />;
  return (
    <div class="stack">
      <Link href="/people" class="button quiet icon_only back" aria-label="Back to people">
        <Icon name="back" />
      </Link>
      <h1>A conversation</h1>
      <ConversationEntry
        conversation={value.conversation}
        followUp={value.followUp}
        problem={value.problem}
        around={value.around}
      />
    </div>
  );
}

async function read(id: string) {
  const conversation = await find("conversation", id);
  if (!conversation) return null;
  const followUp = promised(await findByIndex("follow_up", "conversation_id", id), id);
  const problem = promiseStateText(await findByIndex("problem", "conversation_id", id), id);
  return { conversation, followUp, problem, around: await surroundingsOf([conversation]) };
}
