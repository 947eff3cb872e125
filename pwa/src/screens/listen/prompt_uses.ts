/** Keeps where a prompt was shown, and reads it back as history. */

import { derivedId } from "../../data/ids";
import { limits } from "../../data/kinds.gen";
import { find, findAll, findByIndex, type Saved } from "../../data/queries";
import { write } from "../../data/write";
import type { Choice } from "../../domain/prompts/choose";
import type { PromptUse } from "../../domain/prompts/situation";
import type { Listening } from "./listening";

/** No event is longer: what a talk may not repeat of its event lies within these days. */
const EVENT_DAYS = 30;

/**
 * Keep that a prompt is shown in a talk after so many swipes. The talk opened again, or with
 * somebody chosen, is the same use.
 */
export async function noteShown(
  talk: Listening,
  swipes: number,
  { prompt }: Choice,
  now: Date,
): Promise<void> {
  const id = await useId(talk.card_id, swipes);
  const before = await find("prompt_use", id);
  const set = {
    prompt_id: [...prompt.id].slice(0, limits.line).join(""),
    family: prompt.family,
    style: prompt.style,
    event_id: talk.event_id,
    conversation_id: talk.card_id,
    person_ids: talk.whom.flatMap(({ person_id }) => person_id ?? []),
    shown_at: before?.body.shown_at ?? now.toISOString(),
  };
  await write({ kind: "prompt_use", id, set });
}

/** Keep that the prompt shown after so many swipes was swiped away. */
export async function noteSwiped(cardId: string, swipes: number): Promise<void> {
  const id = await useId(cardId, swipes);
  await write({ kind: "prompt_use", id, set: { swiped_at: new Date().toISOString() } });
}

/** Count the prompts that were swiped away in a talk. */
export async function swipesIn(cardId: string): Promise<number> {
  return (await usesOf(cardId)).filter(isSwiped).length;
}

/**
 * Read which prompts count as shown before, oldest first: to these people, at any event of these
 * days, and those swiped away in this talk.
 */
export async function historyOf(
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
  return withThoseNamed(uses);
}

/** Name the people of later cards in the uses that nobody was chosen for. */
export async function nameLater(now: Date): Promise<void> {
  const begin = new Date(now.getTime() - EVENT_DAYS * 86_400_000).toISOString();
  const uses = await findByIndex("prompt_use", "shown_at", IDBKeyRange.lowerBound(begin));
  const named = await namedOnCards(uses);
  const news = uses.filter(isForNobody).flatMap(({ id, body }) => {
    const person_ids = named.get(body.conversation_id ?? "") ?? [];
    return person_ids.length > 0 ? [{ kind: "prompt_use" as const, id, set: { person_ids } }] : [];
  });
  if (news.length > 0) await write(...news);
}

async function withThoseNamed(uses: Saved<"prompt_use">[]): Promise<PromptUse[]> {
  const named = await namedOnCards(uses);
  return uses.map(({ body }) => ({
    prompt_id: body.prompt_id,
    family: body.family,
    style: body.style,
    event_id: body.event_id,
    card_id: body.conversation_id ?? "",
    person_ids: [...body.person_ids, ...(named.get(body.conversation_id ?? "") ?? [])],
  }));
}

async function namedOnCards(uses: Saved<"prompt_use">[]): Promise<Map<string, string[]>> {
  const cardIds = uses.filter(isForNobody).flatMap(({ body }) => body.conversation_id ?? []);
  const cards = await findAll("conversation", cardIds);
  return new Map(cards.map(({ id, body }) => [id, body.person_ids]));
}

function isForNobody({ body }: Saved<"prompt_use">): boolean {
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
