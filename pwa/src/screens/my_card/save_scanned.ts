/** Puts what was scanned on a card: the open one, or a new one. */

import { eventsOnAt } from "../../data/events";
import { newId } from "../../data/ids";
import { type ConversationRecord, defaults, limits } from "../../data/kinds.gen";
import { find, type Saved } from "../../data/queries";
import { type Write, write } from "../../data/write";
import type { ParsedCode } from "../../domain/vcard/parse_code";
import { filled, withNotes } from "./filled";

export interface ScanTarget {
  /** The conversation whose card is open, stored or not yet. */
  cardId: string | null;
  /** The event of that card, if it has one. */
  eventId: string | null;
  /** The known person whose code it is; nobody for somebody new. */
  person: Saved<"person"> | null;
}

/**
 * Keep what was scanned; a text goes to the notes of the conversation, all else to a person.
 * gives: the id of the conversation whose card it now stands on
 */
export async function saveScanned(scanned: ParsedCode, onto: ScanTarget): Promise<string> {
  const card = await cardOf(onto);
  const writes =
    scanned.sort === "text" ? [textWrite(scanned, card)] : personWrites(scanned, card, onto);
  await write(...writes.filter(({ set }) => Object.keys(set).length > 0));
  return card.id;
}

type SetWrite = Extract<Write, { set: object }>;

function textWrite({ facts }: ParsedCode, { id, body, begun }: Card): SetWrite {
  return { kind: "conversation", id, set: { ...begun, ...withNotes(body.notes, [facts.notes]) } };
}

/** Somebody new bears the moment of the card, by which the card may take them back. */
function personWrites({ facts }: ParsedCode, card: Card, { person }: ScanTarget): SetWrite[] {
  const { id, body } = person ?? { id: newId(), body: defaults.person };
  const set = filled(body, facts);
  const begun = person ? {} : { captured_at: card.body.captured_at };
  const onCard = met(card.body, id, set.name ?? body.name);
  return [
    { kind: "person", id, set: { ...set, ...begun } },
    { kind: "conversation", id: card.id, set: { ...card.begun, ...onCard } },
  ];
}

interface Card {
  id: string;
  body: ConversationRecord;
  /** What is set of a card with its first word. */
  begun: Partial<ConversationRecord>;
}

/** A new card belongs to the event that is on, as one that is typed does. */
async function cardOf({ cardId, eventId }: ScanTarget): Promise<Card> {
  const now = new Date();
  const stored = cardId ? await find("conversation", cardId) : undefined;
  const body = stored?.body ?? defaults.conversation;
  const event_id = stored ? null : (eventId ?? (await eventsOnAt(now))[0]?.id);
  const begun = {
    ...(body.captured_at ? {} : { captured_at: now.toISOString() }),
    ...(event_id ? { event_id } : {}),
  };
  return { id: cardId ?? newId(), body: { ...body, ...begun }, begun };
}

function met(body: ConversationRecord, id: string, name: string): Partial<ConversationRecord> {
  if (body.person_ids.includes(id)) return {};
  const names = [body.who, name].filter(Boolean).join(", ");
  const who = [...names].slice(0, limits.line).join("");
  return { person_ids: [...body.person_ids, id], who };
}
