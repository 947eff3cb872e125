/** The queries that screens read records with. A deleted record is never returned. */
import { countEach } from "../domain/own_value";
import { isOpen } from "./closed";
import { db, recordStores, storeOf } from "./db";
import { defaults, type Kind, type Kinds } from "./kinds.gen";
import type { Kept, Refused, Stored } from "./types";

/** A record as a screen sees it: defaults filled in, and whether the server has it yet. */
export interface Saved<K extends Kind> {
  id: string;
  kind: K;
  seq: number;
  body: Kinds[K];
  refused: Refused | null;
  kept: Kept;
  unsynced: boolean;
}

/** Up to so many records are looked up in the outbox one by one; for more it is read whole, once. */
const LOOKED_UP_SINGLY = 10;

const byName = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

/** Return one record, or nothing where there is none or it was deleted. */
export async function find<K extends Kind>(kind: K, id: string): Promise<Saved<K> | undefined> {
  const record = await (await db()).get(storeOf(kind), id);
  return record && (await toSaved(kind, [record]))[0];
}

/** Return a record in which nothing was typed yet, for screens that edit it before it exists. */
export function blankRecord<K extends Kind>(kind: K, id: string): Saved<K> {
  return { id, kind, seq: 0, body: defaults[kind], refused: null, kept: {}, unsynced: false };
}

/** Return all records of a kind, in no particular order. */
export async function all<K extends Kind>(kind: K): Promise<Saved<K>[]> {
  return toSaved(kind, await (await db()).getAll(storeOf(kind)));
}

/** Return the records with these ids that exist, in this order. */
export async function findAll<K extends Kind>(kind: K, ids: string[]): Promise<Saved<K>[]> {
  const store = (await db()).transaction(storeOf(kind)).store;
  const found = await Promise.all([...new Set(ids)].map((id) => store.get(id)));
  return toSaved(
    kind,
    found.filter((record) => record !== undefined),
  );
}

/** Return the records of a kind whose indexed field equals a value, lies in a range, or holds the value in its list. */
export async function findByIndex<K extends Kind>(
  kind: K,
  field: keyof Kinds[K] & string,
  value: string | IDBKeyRange,
): Promise<Saved<K>[]> {
  const range = typeof value === "string" ? IDBKeyRange.only(value) : value;
  return toSaved(kind, await (await db()).getAllFromIndex(storeOf(kind), field, range));
}

/** Return everybody but the user, by name; people without a name come first, because they need one. */
export async function people(): Promise<Saved<"person">[]> {
  const others = (await all("person")).filter(({ body }) => !body.is_me);
  return others.sort((a, b) => byName.compare(a.body.name, b.body.name));
}

/** Return the conversations with a person, the latest first. */
export async function conversationsWith(personId: string): Promise<Saved<"conversation">[]> {
  return latestFirst(await findByIndex("conversation", "person_ids", personId));
}

/** Return the follow-ups between the user and a person: open ones first, then the latest. */
export async function followUpsWith(personId: string): Promise<Saved<"follow_up">[]> {
  const found = latestFirst(await findByIndex("follow_up", "person_ids", personId));
  return [...found.filter(isOpen).sort(soonestFirst), ...found.filter((one) => !isOpen(one))];
}

/** Return all open follow-ups, the soonest due first and those without a day last. */
export async function openFollowUps(): Promise<Saved<"follow_up">[]> {
  return (await all("follow_up")).filter(isOpen).sort(soonestFirst);
}

/** Return the conversations captured last, the latest first. */
export async function latestConversations(limit: number): Promise<Saved<"conversation">[]> {
  const index = (await db()).transaction("conversation").store.index("captured_at");
  const found: Stored[] = [];
  for await (const cursor of index.iterate(null, "prev")) {
    if (cursor.value.deleted_at === null) found.push(cursor.value);
    if (found.length === limit) break;
  }
  return toSaved("conversation", found);
}

/** Count the records of all kinds that are not deleted. */
export async function countRecords(): Promise<number> {
  const database = await db();
  const counts = await Promise.all(
    recordStores.flatMap(async (store) => [
      await database.count(store),
      -(await database.countFromIndex(store, "deleted_at")),
    ]),
  );
  return counts.flat().reduce((sum, count) => sum + count, 0);
}

/** Check whether any change waits to be sent. */
export async function hasUnsentChanges(): Promise<boolean> {
  return (await (await db()).count("outbox")) > 0;
}

/** Count the records with changes that the server has not accepted, including refused ones. */
export async function countUnsynced(): Promise<number> {
  const counts = Object.values(await countUnsyncedByKind());
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Count, for each kind, the records whose changes would be lost if this device were wiped now. */
export async function countUnsyncedByKind(): Promise<Record<string, number>> {
  const database = await db();
  const waiting = await database.getAll("outbox");
  const refused = await Promise.all(
    recordStores.map((store) => database.getAllFromIndex(store, "refused")),
  );
  const present = refused.flat().filter((record) => record.deleted_at === null);
  return countEach(new Map([...waiting, ...present].map((one) => [one.id, one.kind])).values());
}

/** Count the records with changes for which the account has no room. */
export async function countHeldBack(): Promise<number> {
  const database = await db();
  const found = await Promise.all(
    recordStores.map((store) => database.getAllFromIndex(store, "refused", "quota")),
  );
  return found.flat().filter(({ deleted_at }) => deleted_at === null).length;
}

async function toSaved<K extends Kind>(kind: K, records: Stored[]): Promise<Saved<K>[]> {
  const present = records.filter((record) => record.deleted_at === null);
  const waiting = await waitingAmong(present.map(({ id }) => id));
  return present.map((record) => ({
    id: record.id,
    kind,
    seq: record.seq,
    body: { ...defaults[kind], ...record.body },
    kept: record.kept ?? {},
    refused: record.refused ?? null,
    unsynced: waiting.has(record.id) || record.refused !== undefined,
  }));
}

/** After a day offline the outbox may hold hundreds of changes, and a screen reads single records often. */
async function waitingAmong(ids: string[]): Promise<Set<string>> {
  const outbox = (await db()).transaction("outbox").store;
  if (ids.length > LOOKED_UP_SINGLY) return new Set((await outbox.getAll()).map(({ id }) => id));
  const counts = await Promise.all(ids.map((id) => outbox.index("id").count(id)));
  return new Set(ids.filter((_id, at) => counts[at]));
}

function dueOf({ body }: Saved<"follow_up">): string {
  return body.due_at ?? body.due_on ?? "9999";
}

function soonestFirst(a: Saved<"follow_up">, b: Saved<"follow_up">): number {
  return dueOf(a).localeCompare(dueOf(b));
}

function latestFirst<T extends { body: { captured_at: string | null } }>(found: T[]): T[] {
  const moment = (one: T) => one.body.captured_at ?? "";
  return found.sort((a, b) => moment(b).localeCompare(moment(a)));
}
