/** Counts which styles of prompt worked, from the conversations that began with one. */

import { saveStyleCounters } from "../../data/device_state";
import { all, type Saved } from "../../data/queries";
import {
  type CountedConversation,
  type Counters,
  countConversations,
} from "../../domain/prompts/learning";

export interface CountedRecords {
  uses: Saved<"prompt_use">[];
  conversations: Saved<"conversation">[];
  problems: Saved<"problem">[];
  followUps: Saved<"follow_up">[];
}

type Conversation = Saved<"conversation">;

/** Count from the records of all devices which styles worked, and store that for the next conversation. */
export async function countPromptResults(now: Date): Promise<Counters> {
  const [uses, conversations, problems, followUps] = await Promise.all([
    all("prompt_use"),
    all("conversation"),
    all("problem"),
    all("follow_up"),
  ]);
  const outcomes = conversationOutcomes({ uses, conversations, problems, followUps });
  const counters = countConversations(outcomes, now);
  await saveStyleCounters(counters);
  return counters;
}

/** Return the outcome of each conversation with a prompt; prompts swiped away are left out. */
export function conversationOutcomes({
  uses,
  conversations,
  problems,
  followUps,
}: CountedRecords): CountedConversation[] {
  const cards = new Map(conversations.map((card) => [card.id, card]));
  const contacts = byPerson(conversations.filter(isBothWays));
  const problemAt = earliestByCard(problems);
  const promiseAt = earliestByCard(followUps.filter(({ body }) => body.owed_by === "me"));
  return uses.filter(wasUsed).map(({ body }) => {
    const card = cards.get(body.conversation_id ?? "");
    return {
      style: body.style,
      shown_at: body.shown_at ?? "",
      card_written_at: card && isWritten(card) ? card.body.captured_at : null,
      problem_added_at: card ? addedAt(card, "problem", problemAt) : null,
      promise_added_at: card ? addedAt(card, "promise", promiseAt) : null,
      contact_both_ways_at: card ? nextContactAt(card, contacts) : null,
    };
  });
}

function wasUsed({ body }: Saved<"prompt_use">): boolean {
  return body.swiped_at === null && body.shown_at !== null;
}

/** A note with only the person who was chosen does not count as written. */
function isWritten({ body }: Conversation): boolean {
  const words = body.line + body.problem + body.promise + body.notes;
  return words.trim() !== "" || body.forecast !== null || body.promise_due_on !== null;
}

/** Conversations from older builds have no record of their problem or promise, only their own time. */
function addedAt(
  card: Conversation,
  what: "problem" | "promise",
  recorded: Map<string, string>,
): string | null {
  return recorded.get(card.id) ?? (card.body[what].trim() ? card.body.captured_at : null);
}

function earliestByCard(records: (Saved<"problem"> | Saved<"follow_up">)[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { body } of records) {
    if (!body.conversation_id || !body.captured_at || !body.what.trim()) continue;
    const before = found.get(body.conversation_id);
    if (!before || body.captured_at < before) found.set(body.conversation_id, body.captured_at);
  }
  return found;
}

function isBothWays({ body }: Conversation): boolean {
  return body.channel !== "message" || body.answered_at !== null;
}

function byPerson(conversations: Conversation[]): Map<string, Conversation[]> {
  const found = new Map<string, Conversation[]>();
  for (const conversation of conversations)
    for (const id of conversation.body.person_ids) {
      const others = found.get(id);
      if (others) others.push(conversation);
      else found.set(id, [conversation]);
    }
  return found;
}

/** The conversation itself does not count as the next contact. */
function nextContactAt(card: Conversation, contacts: Map<string, Conversation[]>): string | null {
  const later = card.body.person_ids
    .flatMap((id) => contacts.get(id) ?? [])
    .filter(({ id }) => id !== card.id)
    .map(momentOf)
    .filter((at) => at > momentOf(card));
  return later.sort()[0] ?? null;
}

function momentOf({ body }: Conversation): string {
  return body.answered_at ?? body.happened_at ?? body.captured_at ?? "";
}
