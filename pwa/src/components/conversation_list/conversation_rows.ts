/** The rows of a list of conversations: with whom, and what was noted first. */

import { namesIn, namesOf } from "../../data/names";
import type { Saved } from "../../data/queries";

export interface ConversationRow {
  id: string;
  href: string;
  who: string;
  text: string;
  captured_at: string | null;
  unsynced: boolean;
}

/** Return the rows of these conversations, in their order, with the names of their people. */
export async function conversationRows(
  conversations: Saved<"conversation">[],
): Promise<ConversationRow[]> {
  const names = await namesOf(conversations.flatMap(({ body }) => body.person_ids));
  return conversations.map((conversation) => {
    const { person_ids, who, captured_at } = conversation.body;
    return {
      id: conversation.id,
      href: hrefOf(conversation),
      who: namesIn(names, person_ids) || who || "Someone",
      text: firstWords(conversation),
      captured_at,
      unsynced: conversation.unsynced,
    };
  });
}

function firstWords({ body }: Saved<"conversation">): string {
  return body.problem.trim() || body.promise.trim() || body.notes.trim();
}

function hrefOf({ id, body }: Saved<"conversation">): string {
  const [personId] = body.person_ids;
  return personId ? `/people/${personId}?at=${id}` : `/people/conversations/${id}`;
}
