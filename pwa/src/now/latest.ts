/** The conversations captured last, as a list shows them. */

import { namesIn, namesOf } from "../records/names";
import { latestConversations, type Saved } from "../records/queries";

export interface Latest {
  id: string;
  href: string;
  who: string;
  words: string;
  captured_at: string | null;
  unsynced: boolean;
}

const SHOWN_COUNT = 8;

/** Read the latest conversations, each with whom it was and its first words. */
export async function latest(): Promise<Latest[]> {
  const conversations = await latestConversations(SHOWN_COUNT);
  const names = await namesOf(conversations.flatMap(({ body }) => body.person_ids));
  return conversations.map((conversation) => {
    const { person_ids, who, captured_at } = conversation.body;
    return {
      id: conversation.id,
      href: hrefOf(conversation),
      who: namesIn(names, person_ids) || who || "Somebody",
      words: firstWords(conversation),
      captured_at,
      unsynced: conversation.unsynced,
    };
  });
}

/** Give the first words that were written about a conversation. */
export function firstWords({ body }: Saved<"conversation">): string {
  return body.problem.trim() || body.promise.trim() || body.notes.trim();
}

function hrefOf({ id, body }: Saved<"conversation">): string {
  const [personId] = body.person_ids;
  return personId ? `/people/${personId}?at=${id}` : `/people/conversations/${id}`;
}
