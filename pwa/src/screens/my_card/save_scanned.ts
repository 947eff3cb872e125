/** Saves what was scanned to a card: the open one, or a new one. */

import { eventsOnAt } from "../../data/events";
import { newId } from "../../data/ids";
import { type ConversationRecord, defaults, limits } from "../../data/kinds.gen";
import { find, type Saved } from "../../data/queries";
import { type Write, write } from "../../data/write";
import type { ParsedCode } from "../../domain/vcard/parse_code";
import { fieldsToFill, withNotes } from "./filled";

/** Where to save it. */
export interface ScanTarget {
  /** The id of the open card, whether it is stored yet or not. */
  cardId: string | null;
  /** The event of the open card, if it has one. */
  eventId: string | null;
  /** The person who owns the code; null for somebody new. */
  person: Saved<"person"> | null;
}

/**
 * Save what was scanned: a text to the notes of the conversation, anything else to a person.
 * @returns the id of the conversation
 */
export async function saveScanned(scanned: ParsedCode, target: ScanTarget): Promise<string> {
  const card = await cardOf(target);
  const writes =
    scanned.sort === "text" ? [textWrite(scanned, card)] : personWrites(scanned, card, target);
  await write(...writes.filter(({ set }) => Object.keys(set).length > 0));
  return card.id;
}

type SetWrite = Extract<Write, { set: object }>;

function textWrite({ facts }: ParsedCode, { id, body, initial }: Card): SetWrite {
  return { kind: "conversation", id, set: { ...initial, ...withNotes(body.notes, [facts.notes]) } };
}

/** A new person gets the time of the card, by which undoing the card finds them. */
function personWrites({ facts }: ParsedCode, card: Card, { person }: ScanTarget): SetWrite[] {
  const { id, body } = person ?? { id: newId(), body: defaults.person };
  const set = fieldsToFill(body, facts);
  const initial = person ? {} : { captured_at: card.body.captured_at };
  const onCard = withPerson(card.body, id, set.name ?? body.name);
  return [
    { kind: "person", id, set: { ...set, ...initial } },
    { kind: "conversation", id: card.id, set: { ...card.initial, ...onCard } },
  ];
}

interface Card {
  id: string;
  body: ConversationRecord;
  /** The fields to set when the card is created. */
  initial: Partial<ConversationRecord>;
}

/** A new card belongs to the current event, as a typed one does. */
async function cardOf({ cardId, eventId }: ScanTarget): Promise<Card> {
  const now = new Date();
  const stored = cardId ? await find("conversation", cardId) : undefined;
  const body = stored?.body ?? defaults.conversation;
  const event_id = stored ? null : (eventId ?? (await eventsOnAt(now))[0]?.id);
  const initial = {
    ...(body.captured_at ? {} : { captured_at: now.toISOString() }),
    ...(event_id ? { event_id } : {}),
  };
  return { id: cardId ?? newId(), body: { ...body, ...initial }, initial };
}

function withPerson(
  body: ConversationRecord,
  id: string,
  name: string,
): Partial<ConversationRecord> {
  if (body.person_ids.includes(id)) return {};
  const names = [body.who, name].filter(Boolean).join(", ");
  const who = [...names].slice(0, limits.line).join("");
  return { person_ids: [...body.person_ids, id], who };
}
