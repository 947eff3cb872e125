/** A device of RxDB: a collection in its memory storage, replicated over HTTP as its tutorial has it. */

import { createRxDatabase } from "rxdb/plugins/core";
import { replicateRxCollection } from "rxdb/plugins/replication";
import { getRxStorageMemory } from "rxdb/plugins/storage-memory";

const BATCH = 1000;
const TEXT = { type: "string" };
const SCHEMA = {
  version: 0,
  primaryKey: "id",
  type: "object",
  properties: {
    id: { type: "string", maxLength: 36 },
    updatedAt: { type: "number" },
    person_ids: { type: "array", items: TEXT },
    event_id: TEXT,
    channel: TEXT,
    begun_by: TEXT,
    captured_at: TEXT,
    happened_at: TEXT,
    who: TEXT,
    problem: TEXT,
    promise: TEXT,
    promise_due_on: TEXT,
    notes: TEXT,
  },
  required: ["id", "updatedAt"],
};

/** Open a device with an empty collection. */
export async function openDevice(address, name) {
  const database = await createRxDatabase({ name, storage: getRxStorageMemory() });
  const { notes: collection } = await database.addCollections({ notes: { schema: SCHEMA } });
  let replication;

  async function settle() {
    if (replication) return replication.awaitInSync();
    replication = replicate(collection, address);
    return replication.awaitInitialReplication();
  }

  async function pull() {
    if (replication) replication.reSync();
    await settle();
  }

  return {
    name,
    write: (notes) => collection.bulkInsert(notes.map(asDocument)),
    push: settle,
    pull,
    sync: pull,
    read: async (id) => (await collection.findOne(id).exec())?.toJSON(),
  };
}

function asDocument({ id, fields }) {
  return { id, updatedAt: Date.now(), ...fields };
}

function replicate(collection, address) {
  return replicateRxCollection({
    collection,
    replicationIdentifier: `notes at ${address}`,
    live: true,
    push: { batchSize: BATCH, handler: (rows) => ask(`${address}/push`, rows) },
    pull: {
      batchSize: BATCH,
      handler: (checkpoint, batchSize) => {
        const { updatedAt, id } = checkpoint ?? { updatedAt: 0, id: "" };
        return ask(`${address}/pull?${new URLSearchParams({ updatedAt, id, batchSize })}`);
      },
    },
  });
}

async function ask(url, body) {
  const post = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const answer = await fetch(url, body && post);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.json();
}
