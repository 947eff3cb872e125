/** The device's IndexedDB: its stores, made from the schema, and a connection that reopens itself. */
import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import { indexes, type Kind } from "./kinds.gen";
import { noteFailure, noteSuccess } from "./storage_error";
import type { Meta, OutboxRow, Stored, StoreName } from "./types";

type RecordStores = {
  [S in StoreName]: { key: string; value: Stored; indexes: Record<string, IDBValidKey> };
};

/** The stores of the database, with their keys, values and indexes. */
export interface Stores extends RecordStores, DBSchema {
  outbox: { key: number; value: OutboxRow; indexes: { id: string } };
  meta: { key: keyof Meta; value: Meta[keyof Meta] };
}

/** Any store of the database. */
export type AnyStore = StoreName | "outbox" | "meta";
/** A connection to the database. */
export type Database = IDBPDatabase<Stores>;
/** A transaction that may write. */
export type WriteTransaction = IDBPTransaction<Stores, AnyStore[], "readwrite">;

const NAME = "earshot";
/** The kinds of record that this build knows. */
export const kinds = Object.keys(indexes) as Kind[];
/** All stores that hold records. */
export const recordStores: StoreName[] = [...kinds, "other"];

/** Opening takes milliseconds; some browsers never answer (WebKit bug 226547), nor does a database that an old page keeps open. */
const PATIENCE_SECONDS = 8;

let connection: Promise<Database> | undefined;

/** Return the connection to the database, opened at the first call and again when it was lost. */
export function db(): Promise<Database> {
  connection ??= openNoticed().catch((error) => {
    connection = undefined;
    noteFailure(error);
    throw error;
  });
  return connection;
}

/**
 * Run work in one transaction, all of it or nothing; resolves when it is on disk.
 * @param stores - the stores to lock
 * @param work - awaits nothing but requests of the transaction
 * @throws the browser's error, when nothing can be stored now
 */
export async function inTransaction<T>(
  stores: AnyStore[],
  work: (transaction: WriteTransaction) => Promise<T>,
): Promise<T> {
  const transaction = await beginTransaction(stores);
  try {
    const result = await work(transaction);
    await transaction.done;
    noteSuccess();
    return result;
  } catch (error) {
    transaction.done.catch(() => undefined);
    abort(transaction);
    noteFailure(error);
    throw error;
  }
}

/** Return the store of a kind. */
export function storeOf(kind: string): StoreName {
  return Object.hasOwn(indexes, kind) ? (kind as Kind) : "other";
}

/** A connection that the browser has closed is only noticed when it is used. */
async function beginTransaction(stores: AnyStore[]): Promise<WriteTransaction> {
  const options = { durability: "strict" } as const;
  try {
    return (await db()).transaction(stores, "readwrite", options);
  } catch (error) {
    if (!isInvalidState(error)) throw error;
    connection = undefined;
    return (await db()).transaction(stores, "readwrite", options);
  }
}

/** A transaction that failed by itself has already been aborted. */
function abort(transaction: WriteTransaction): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!isInvalidState(error)) throw error;
  }
}

function isInvalidState(error: unknown): boolean {
  return error instanceof DOMException && error.name === "InvalidStateError";
}

/** A browser that does not answer is noticed as one that refuses; if it answers after all, that is over. */
async function openNoticed(): Promise<Database> {
  const noAnswer = new DOMException("IndexedDB does not answer", "TimeoutError");
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    noteFailure(noAnswer);
  }, PATIENCE_SECONDS * 1000);
  try {
    const database = await open();
    if (isLate) noteSuccess();
    return database;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * A build with a newer schema raises the version by itself. An older tab that is still open only
 * has to close its connection, and can then read the newer database too.
 */
async function open(): Promise<Database> {
  const current = await connect(undefined);
  if (await isEmptied(current)) return openAnew(current);
  if (!lacksStores(current)) return current;
  const next = current.version + 1;
  current.close();
  return connect(next);
}

/** Check whether everything was removed when somebody signed out, and nothing came since. */
async function isEmptied(database: Database): Promise<boolean> {
  if (!database.objectStoreNames.contains("meta") || !(await database.get("meta", "emptied")))
    return false;
  const stores = [...database.objectStoreNames].filter((name) => name !== "meta");
  const counts = await Promise.all(stores.map((name) => database.count(name)));
  return counts.every((count) => count === 0) && !(await database.get("meta", "account"));
}

/**
 * Put a new database in the place of an emptied one: browsers keep the content of deleted records in
 * their files for a while, but not that of a deleted database.
 */
async function openAnew(emptied: Database): Promise<Database> {
  const names = (await emptied.getAllKeys("meta")).filter((name) => name !== "emptied");
  const values = await Promise.all(names.map((name) => emptied.get("meta", name)));
  emptied.close();
  await deleteDB(NAME);
  const fresh = await connect(undefined);
  const { store, done } = fresh.transaction("meta", "readwrite", { durability: "strict" });
  for (const [at, value] of values.entries())
    if (value !== undefined) void store.put(value, names[at]);
  await done;
  return fresh;
}

function connect(version: number | undefined): Promise<Database> {
  const forget = () => {
    connection = undefined;
  };
  return openDB<Stores>(NAME, version, {
    upgrade: (database, _from, _to, transaction) => upgrade(database, transaction),
    blocking(_current, _wanted, event) {
      forget();
      (event.target as IDBDatabase).close();
    },
    terminated: forget,
  });
}

function lacksStores(database: Database): boolean {
  if (!kinds.every((kind) => database.objectStoreNames.contains(kind))) return true;
  const transaction = database.transaction(kinds);
  return kinds.some((kind) => {
    const present = transaction.objectStore(kind).indexNames;
    return indexes[kind].some((line) => !present.contains(fieldOf(line)));
  });
}

type Upgrading = IDBPTransaction<Stores, AnyStore[], "versionchange">;

function upgrade(database: Database, transaction: Upgrading): void {
  if (!database.objectStoreNames.contains("meta")) createOwnStores(database);
  for (const kind of kinds) {
    const store = database.objectStoreNames.contains(kind)
      ? transaction.objectStore(kind)
      : createRecordStore(database, kind);
    for (const line of indexes[kind]) {
      if (store.indexNames.contains(fieldOf(line))) continue;
      store.createIndex(fieldOf(line), `body.${fieldOf(line)}`, { multiEntry: line.endsWith("*") });
    }
  }
  void moveToOwnStores(transaction);
}

function createOwnStores(database: Database): void {
  createRecordStore(database, "other");
  database.createObjectStore("meta");
  const outbox = database.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
  outbox.createIndex("id", "id");
}

/** A record without a field is not in its index, so these indexes hold only a few records. */
function createRecordStore(database: Database, name: StoreName) {
  const store = database.createObjectStore(name, { keyPath: "id" });
  store.createIndex("deleted_at", "deleted_at");
  store.createIndex("refused", "refused.code");
  store.createIndex("adrift", "adrift");
  return store;
}

/** Records of kinds that an older build did not know are in `other` until a newer build opens the database. */
async function moveToOwnStores(transaction: Upgrading): Promise<void> {
  const other = transaction.objectStore("other");
  for (const record of await other.getAll()) {
    if (storeOf(record.kind) === "other") continue;
    await transaction.objectStore(storeOf(record.kind)).put(record);
    await other.delete(record.id);
  }
}

function fieldOf(indexLine: string): string {
  return indexLine.replace("*", "");
}
