/** Who else took part in a conversation. */
import { Link } from "../../ui/link";
import type { SavedConversation } from "./person_query";

interface ParticipantsProps {
  conversation: SavedConversation;
  names: Map<string, string>;
  personId: string | undefined;
}

/** Name those who took part besides the one whose page it is; whoever was deleted keeps the name noted then. */
export function Participants({ conversation, names, personId }: ParticipantsProps) {
  const { person_ids, who } = conversation.body;
  const others = person_ids.filter((id) => id !== personId && names.has(id));
  const isNobodyLeft = !personId && others.length === 0;
  if (isNobodyLeft) return <span>{who ? `with ${who}` : "with somebody"}</span>;
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
