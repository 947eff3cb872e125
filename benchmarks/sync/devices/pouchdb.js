/** A device of PouchDB: a database in its memory adapter, replicated to and from the server. */

import memory from "pouchdb-adapter-memory";
import PouchDB from "pouchdb-node";

const BATCH = { batch_size: 1000 };

PouchDB.plugin(memory);

/** Open a device with an empty database. */
export async function openDevice(address, name) {
  const here = new PouchDB(name, { adapter: "memory" });
  const there = new PouchDB(`${address}/notes`);
  return {
    name,
    write: (notes) => here.bulkDocs(notes.map(({ id, fields }) => ({ _id: id, ...fields }))),
    push: () => here.replicate.to(there, BATCH),
    pull: () => here.replicate.from(there, BATCH),
    sync: () => here.sync(there, BATCH),
    read: (id) => here.get(id),
  };
}
