/**
 * What a card says and the record that it made of it: the problem, the promise. A card of an older
 * build made no record; it is shown as if it had, and the record is made with the first touch.
 */

import { derivedId } from "./ids";
import { defaults, type Kinds } from "./kinds.gen";
import { blankRecord, find, type Saved } from "./queries";
import { fieldsLike, isSameValue } from "./record_body";
import { type Write, write } from "./write";

export type FromCard = "follow_up" | "problem";
export type Undo = () => Promise<void>;

const WORDS = { follow_up: "promise", problem: "problem" } as const;
const SILENT = {
  follow_up: { promise: "", promise_due_on: null },
  problem: { problem: "" },
};

/** Give the problems of these cards that no record holds, each as the record that it becomes. */
export function problemsOnCards(
  conversations: Saved<"conversation">[],
  records: Saved<"problem">[],
): Promise<Saved<"problem">[]> {
  return unwritten("problem", conversations, records);
}

/** Give the promises of these cards that never had a day and no record holds, each as the record that it becomes. */
export function promisesOnCards(
  conversations: Saved<"conversation">[],
  records: Saved<"follow_up">[],
): Promise<Saved<"follow_up">[]> {
  const undated = conversations.filter(({ body }) => !body.promise_due_on);
  return unwritten("follow_up", undated, records);
}

/** Give what a card says as the record that it becomes. */
export async function recordOnCard<K extends FromCard>(
  kind: K,
  { id, body }: Saved<"conversation">,
): Promise<Saved<K>> {
  const { person_ids, captured_at } = body;
  const said = { what: body[WORDS[kind]], person_ids, conversation_id: id, captured_at };
  const blank = blankRecord(kind, await derivedId(id, WORDS[kind]));
  return { ...blank, body: { ...blank.body, ...said } };
}

/** Tell whether this stands on its card only, with no record of its own so far. */
export function isOnCardOnly({ seq, unsynced }: Saved<FromCard>): boolean {
  return seq === 0 && !unsynced;
}

/** Give the change that sets fields of a record, written whole where it stood on its card only. */
export function changeRecord<K extends FromCard>(record: Saved<K>, set: Partial<Kinds[K]>): Write {
  const said = isOnCardOnly(record) ? sparse(record) : {};
  return { kind: record.kind, id: record.id, set: { ...said, ...set } } as Write;
}

/** Set fields of a record; gives what takes that back. */
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

/** Delete a record and the words of it on its card, which would bring it back; gives what takes that back. */
export async function removeRecord(record: Saved<FromCard>): Promise<Undo> {
  const { kind, id } = record;
  const card = await cardSaying(record);
  const onCard = (set: object) => (card ? [{ kind: card.kind, id: card.id, set }] : []);
  const onRecord = (action: "delete" | "restore") =>
    isOnCardOnly(record) ? [] : [{ kind, id, action }];
  await write(...onRecord("delete"), ...onCard(SILENT[kind]));
  const before = fieldsLike(SILENT[kind], { ...card?.body });
  return () => write(...onRecord("restore"), ...onCard(before));
}

async function cardSaying({ kind, body }: Saved<FromCard>) {
  const card = body.conversation_id ? await find("conversation", body.conversation_id) : undefined;
  return card?.body[WORDS[kind]] ? card : undefined;
}

async function unwritten<K extends FromCard>(
  kind: K,
  conversations: Saved<"conversation">[],
  records: Saved<K>[],
): Promise<Saved<K>[]> {
  const written = new Set(records.map(({ body }) => body.conversation_id));
  const missing = conversations.filter(
    ({ id, body }) => body[WORDS[kind]].trim() !== "" && !written.has(id),
  );
  return Promise.all(missing.map((conversation) => recordOnCard(kind, conversation)));
}

function sparse<K extends FromCard>({ kind, body }: Saved<K>): Partial<Kinds[K]> {
  const silent: Record<string, unknown> = { ...defaults[kind] };
  const said = Object.entries(body).filter(([name, value]) => !isSameValue(value, silent[name]));
  return Object.fromEntries(said) as Partial<Kinds[K]>;
}
