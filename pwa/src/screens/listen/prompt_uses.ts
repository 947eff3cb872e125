/** Records where prompts were shown, and reads that back as history. */

import { derivedId } from "../../data/ids";
import { limits } from "../../data/kinds.gen";
import { find, findAll, findByIndex, type Saved } from "../../data/queries";
import { write } from "../../data/write";
import type { Choice } from "../../domain/prompts/choose";
import type { PromptUse } from "../../domain/prompts/situation";
import type { StartedConversation } from "./started_conversation";

/** No event is longer than this, so prompts to avoid at an event lie within these days. */
const EVENT_DAYS = 30;

/**
 * Record that a prompt is shown in a conversation after so many swipes.
 * Opening the conversation again, or choosing a person, updates the same record.
 */
export async function recordShown(
  conversation: StartedConversation,
  swipes: number,
  { prompt }: Choice,
  now: Date,
): Promise<void> {
  const id = await useId(conversation.card_id, swipes);
  const before = await find("prompt_use", id);
  const set = {
    prompt_id: [...prompt.id].slice(0, limits.line).join(""),
    family: prompt.family,
    style: prompt.style,
    event_id: conversation.event_id,
    conversation_id: conversation.card_id,
    person_ids: conversation.people.flatMap(({ person_id }) => person_id ?? []),
    shown_at: before?.body.shown_at ?? now.toISOString(),
  };
  await write({ kind: "prompt_use", id, set });
}

/** Record that the prompt shown after so many swipes was swiped away. */
export async function recordSwiped(cardId: string, swipes: number): Promise<void> {
  const id = await useId(cardId, swipes);
  await write({ kind: "prompt_use", id, set: { swiped_at: new Date().toISOString() } });
}

/** Count the prompts that were swiped away in a conversation. */
export async function countSwipes(cardId: string): Promise<number> {
  return (await usesOf(cardId)).filter(isSwiped).length;
}

/**
 * Read which prompts count as shown before, the oldest first: those shown to these people or within the
 * last 30 days, and those swiped away in this conversation.
 */
export async function readPromptHistory(
  cardId: string,
  personIds: string[],
  now: Date,
): Promise<PromptUse[]> {
  const begin = new Date(now.getTime() - EVENT_DAYS * 86_400_000).toISOString();
  const found = await Promise.all([
    findByIndex("prompt_use", "shown_at", IDBKeyRange.lowerBound(begin)),
    ...personIds.map((id) => findByIndex("prompt_use", "person_ids", id)),
  ]);
  const uses = [...new Map(found.flat().map((use) => [use.id, use])).values()]
    .filter((use) => use.body.conversation_id !== cardId || isSwiped(use))
    .sort((one, other) => shownAt(one).localeCompare(shownAt(other)));
  return withNamedPeople(uses);
}

/** Add the people named on a note later to prompt uses for which nobody was chosen. */
export async function addPeopleLater(now: Date): Promise<void> {
  const begin = new Date(now.getTime() - EVENT_DAYS * 86_400_000).toISOString();
  const uses = await findByIndex("prompt_use", "shown_at", IDBKeyRange.lowerBound(begin));
  const named = await peopleOfNotes(uses);
  const changes = uses.filter(hasNoPeople).flatMap(({ id, body }) => {
    const person_ids = named.get(body.conversation_id ?? "") ?? [];
    return person_ids.length > 0 ? [{ kind: "prompt_use" as const, id, set: { person_ids } }] : [];
  });
  if (changes.length > 0) await write(...changes);
}

async function withNamedPeople(uses: Saved<"prompt_use">[]): Promise<PromptUse[]> {
  const named = await peopleOfNotes(uses);
  return uses.map(({ body }) => ({
    prompt_id: body.prompt_id,
    family: body.family,
    style: body.style,
    event_id: body.event_id,
    card_id: body.conversation_id ?? "",
    person_ids: [...body.person_ids, ...(named.get(body.conversation_id ?? "") ?? [])],
  }));
}

async function peopleOfNotes(uses: Saved<"prompt_use">[]): Promise<Map<string, string[]>> {
  const cardIds = uses.filter(hasNoPeople).flatMap(({ body }) => body.conversation_id ?? []);
  const cards = await findAll("conversation", cardIds);
  return new Map(cards.map(({ id, body }) => [id, body.person_ids]));
}

function hasNoPeople({ body }: Saved<"prompt_use">): boolean {
  return body.person_ids.length === 0;
}

function isSwiped({ body }: Saved<"prompt_use">): boolean {
  return body.swiped_at !== null;
}

function shownAt({ body }: Saved<"prompt_use">): string {
  return body.shown_at ?? "";
}

async function usesOf(cardId: string): Promise<Saved<"prompt_use">[]> {
  return findByIndex("prompt_use", "conversation_id", cardId);
}

async function useId(cardId: string, swipes: number): Promise<string> {
  return derivedId(cardId, `prompt ${swipes}`);
}
