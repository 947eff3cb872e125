/**
 * The problem and the promise of a conversation's card, and the records made from them. A card of an
 * older build made no records; it is shown as if it had, and the record is made with the first edit.
 */

import { ownValue } from "../domain/own_value";
import { derivedId } from "./ids";
import { defaults, type Kinds } from "./kinds.gen";
import { blankRecord, find, type Saved } from "./queries";
import { fieldsLike, isSameValue } from "./record_body";
import { type Write, write } from "./write";

/** The kinds of record that a card makes. */
export type FromCard = "follow_up" | "problem";
/** Undoes a change. */
export type Undo = () => Promise<void>;

const CARD_FIELDS = { follow_up: "promise", problem: "problem" } as const;
const EMPTY_ON_CARD = {
  follow_up: { promise: "", promise_due_on: null },
  problem: { problem: "" },
};

/** Return the problems of these cards that have no record yet, each as the record that it becomes. */
export function problemsOnCards(
  conversations: Saved<"conversation">[],
  records: Saved<"problem">[],
): Promise<Saved<"problem">[]> {
  return withoutRecord("problem", conversations, records);
}

/** Return the promises of these cards that have neither a day nor a record, each as the record that it becomes. */
export function promisesOnCards(
  conversations: Saved<"conversation">[],
  records: Saved<"follow_up">[],
): Promise<Saved<"follow_up">[]> {
  const undated = conversations.filter(({ body }) => !body.promise_due_on);
  return withoutRecord("follow_up", undated, records);
}

/** Return the problem or promise of a card as the record that it becomes. */
export async function recordOnCard<K extends FromCard>(
  kind: K,
  { id, body }: Saved<"conversation">,
): Promise<Saved<K>> {
  const { person_ids, captured_at } = body;
  const fields = { what: body[CARD_FIELDS[kind]], person_ids, conversation_id: id, captured_at };
  const blank = blankRecord(kind, await derivedId(id, CARD_FIELDS[kind]));
  return { ...blank, body: { ...blank.body, ...fields } };
}

/** Check whether this is on its card only, without a record of its own so far. */
export function isOnCardOnly({ seq, unsynced }: Saved<FromCard>): boolean {
  return seq === 0 && !unsynced;
}

/** Return the change that sets fields of a record; one that was on its card only is written whole. */
export function changeRecord<K extends FromCard>(record: Saved<K>, set: Partial<Kinds[K]>): Write {
  const onCard = isOnCardOnly(record) ? withoutDefaults(record) : {};
  return { kind: record.kind, id: record.id, set: { ...onCard, ...set } } as Write;
}

/**
 * Set fields of a record.
 * @returns what undoes it
 */
export async function editRecord<K extends FromCard>(
  record: Saved<K>,
  set: Partial<Kinds[K]>,
): Promise<Undo> {
  const { kind, id, body } = record;
  await write(changeRecord(record, set));
  if (isOnCardOnly(record)) return () => write({ kind, id, action: "delete" });
  const before = fieldsLike(set, { ...body });
  return () => write({ kind, id, set: before } as Write);
}

/**
 * Delete a record and its words on the card, which would make it again.
 * @returns what undoes it
 */
export async function removeRecord(record: Saved<FromCard>): Promise<Undo> {
  const { kind, id } = record;
  const card = await cardOf(record);
  const onCard = (set: object) => (card ? [{ kind: card.kind, id: card.id, set }] : []);
  const onRecord = (action: "delete" | "restore") =>
    isOnCardOnly(record) ? [] : [{ kind, id, action }];
  await write(...onRecord("delete"), ...onCard(EMPTY_ON_CARD[kind]));
  const before = fieldsLike(EMPTY_ON_CARD[kind], { ...card?.body });
  return () => write(...onRecord("restore"), ...onCard(before));
}

async function cardOf({ kind, body }: Saved<FromCard>) {
  const card = body.conversation_id ? await find("conversation", body.conversation_id) : undefined;
  return card?.body[CARD_FIELDS[kind]] ? card : undefined;
}

async function withoutRecord<K extends FromCard>(
  kind: K,
  conversations: Saved<"conversation">[],
  records: Saved<K>[],
): Promise<Saved<K>[]> {
  const written = new Set(records.map(({ body }) => body.conversation_id));
  const missing = conversations.filter(
    ({ id, body }) => body[CARD_FIELDS[kind]].trim() !== "" && !written.has(id),
  );
  return Promise.all(missing.map((conversation) => recordOnCard(kind, conversation)));
}

function withoutDefaults<K extends FromCard>({ kind, body }: Saved<K>): Partial<Kinds[K]> {
  const usual: Record<string, unknown> = { ...defaults[kind] };
  const fields = Object.entries(body).filter(
    ([name, value]) => !isSameValue(value, ownValue(usual, name)),
  );
  return Object.fromEntries(fields) as Partial<Kinds[K]>;
}
