/** The device's database: its stores, made from the schema, and a connection that mends itself. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import { indexes, type Kind } from "./kinds.gen";
import type { Acknowledged, Meta, OutboxRow, Stored, StoreName } from "./stored";

type RecordStores = {
  [S in StoreName]: { key: string; value: Stored; indexes: Record<string, IDBValidKey> };
};

export interface Stores extends RecordStores, DBSchema {
  outbox: { key: number; value: OutboxRow; indexes: { id: string } };
  acknowledged: { key: number; value: Acknowledged; indexes: { at: string } };
  meta: { key: keyof Meta; value: Meta[keyof Meta] };
}

export type AnyStore = StoreName | "outbox" | "acknowledged" | "meta";
export type Database = IDBPDatabase<Stores>;
export type Writing = IDBPTransaction<Stores, AnyStore[], "readwrite">;

const NAME = "earshot";
export const kinds = Object.keys(indexes) as Kind[];
export const recordStores: StoreName[] = [...kinds, "other"];

let connection: Promise<Database> | undefined;

/** Give the connection to the device's database, opened at the first call and again when it was lost. */
export function db(): Promise<Database> {
  connection ??= opened().catch((error) => {
    connection = undefined;
    throw error;
  });
  return connection;
}

/**
 * Begin a transaction that is on disk before it counts as done.
 * raises: whatever the browser says, when nothing can be stored now
 */
export async function writing(stores: AnyStore[]): Promise<Writing> {
  const options = { durability: "strict" } as const;
  try {
    return (await db()).transaction(stores, "readwrite", options);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "InvalidStateError")) throw error;
    connection = undefined;
    return (await db()).transaction(stores, "readwrite", options);
  }
}

/** Name the store of a kind. */
export function storeOf(kind: string): StoreName {
  return kind in indexes ? (kind as Kind) : "other";
}

/**
 * A build with a newer schema raises the version by itself, so an older tab that is still open
 * only has to let go of its connection, and can then read the newer database too.
 */
async function opened(): Promise<Database> {
  const current = await connect(undefined);
  if (!lacksStores(current)) return current;
  const next = current.version + 1;
  current.close();
  return connect(next);
}

function connect(version: number | undefined): Promise<Database> {
  const lost = () => {
    connection = undefined;
  };
  return openDB<Stores>(NAME, version, {
    upgrade: (database, _from, _to, transaction) => upgrade(database, transaction),
    blocking(_current, _wanted, event) {
      lost();
      (event.target as IDBDatabase).close();
    },
    terminated: lost,
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
      : database.createObjectStore(kind, { keyPath: "id" });
    for (const line of indexes[kind]) {
      if (store.indexNames.contains(fieldOf(line))) continue;
      store.createIndex(fieldOf(line), `body.${fieldOf(line)}`, { multiEntry: line.endsWith("*") });
    }
  }
  void moveHome(transaction);
}

function createOwnStores(database: Database): void {
  database.createObjectStore("other", { keyPath: "id" });
  database.createObjectStore("meta");
  const outbox = database.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
  outbox.createIndex("id", "id");
  const acknowledged = database.createObjectStore("acknowledged", { keyPath: "number" });
  acknowledged.createIndex("at", "at");
}

/** Records of kinds that an older build did not know lie in `other` until a newer one comes. */
async function moveHome(transaction: Upgrading): Promise<void> {
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
