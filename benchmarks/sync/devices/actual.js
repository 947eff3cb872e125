/** A device of Actual: messages, clock and Merkle trie from its own package, in the order of its own app's sync. */

import {
  create,
  fromBinary,
  makeClock,
  MessageEnvelopeSchema,
  MessageSchema,
  merkle,
  setClock,
  SyncRequestSchema,
  SyncResponseSchema,
  Timestamp,
  toBinary,
} from "@actual-app/crdt";

const PASSWORD = "a long password of this benchmark";
const FILE_ID = "notes";
const BEGINNING = "1970-01-01T00:00:00.000Z-0000-0000000000000000";
let opened = 0;

/** Open a device with an empty store; `split` gives the cells of a note, which become one message each. */
export async function openDevice(address, name, split) {
  const file = await openFile(address);
  const clock = makeClock(new Timestamp(0, 0, String(++opened).padStart(16, "0")));
  const cells = new Map();
  const known = new Set();
  let unsent = [];
  let lastSynced = BEGINNING;

  function apply(timestamp, { row, column, value }) {
    if (known.has(timestamp)) return;
    known.add(timestamp);
    const key = `${row} ${column}`;
    if (!(cells.get(key)?.timestamp > timestamp)) cells.set(key, { timestamp, value });
    clock.merkle = merkle.insert(clock.merkle, Timestamp.parse(timestamp));
  }

  async function write(notes) {
    setClock(clock);
    for (const cell of notes.flatMap(split)) {
      const timestamp = Timestamp.send().toString();
      apply(timestamp, cell);
      unsent.push(envelope(timestamp, cell));
    }
    clock.merkle = merkle.prune(clock.merkle);
  }

  async function sync() {
    const apart = await exchangeSince(lastSynced);
    if (apart !== null) await exchangeSince(new Timestamp(apart, 0, "0").toString());
    lastSynced = clock.timestamp.toString();
  }

  /** Return the moment from which the server holds other messages than this device, or null. */
  async function exchangeSince(since) {
    const answer = await exchange(address, file, { messages: unsent, since });
    setClock(clock);
    unsent = [];
    for (const { timestamp, content } of answer.messages) {
      Timestamp.recv(Timestamp.parse(timestamp));
      apply(timestamp, fromBinary(MessageSchema, content));
    }
    clock.merkle = merkle.prune(clock.merkle);
    return merkle.diff(JSON.parse(answer.merkle), clock.merkle);
  }

  const read = async (id) => join(cells, id);
  return { name, write, push: sync, pull: sync, sync, read };
}

function envelope(timestamp, cell) {
  const message = create(MessageSchema, { dataset: "conversation", ...cell });
  const content = toBinary(MessageSchema, message);
  return create(MessageEnvelopeSchema, { timestamp, isEncrypted: false, content });
}

async function exchange(address, { token, groupId }, { messages, since }) {
  const request = create(SyncRequestSchema, { messages, since, groupId, fileId: FILE_ID });
  const body = toBinary(SyncRequestSchema, request);
  const type = { "Content-Type": "application/actual-sync" };
  const answer = await ask(`${address}/sync/sync`, { ...type, "X-ACTUAL-TOKEN": token }, body);
  return fromBinary(SyncResponseSchema, new Uint8Array(await answer.arrayBuffer()));
}

function join(cells, id) {
  const whole = cells.get(`${id} body`);
  if (whole) return JSON.parse(whole.value);
  const field = (column) => JSON.parse(cells.get(`${id} ${column}`).value);
  return { problem: field("problem"), notes: field("notes") };
}

/** Sign in, and name the group of messages of the one file; the first device makes both. */
async function openFile(address) {
  const json = { "Content-Type": "application/json" };
  const password = JSON.stringify({ password: PASSWORD });
  if (opened === 0) await ask(`${address}/account/bootstrap`, json, password);
  const { token } = (await (await ask(`${address}/account/login`, json, password)).json()).data;
  const signedIn = { "X-ACTUAL-TOKEN": token };
  if (opened === 0) {
    const about = { "X-ACTUAL-FILE-ID": FILE_ID, "X-ACTUAL-NAME": FILE_ID, "X-ACTUAL-FORMAT": "2" };
    const type = { "Content-Type": "application/encrypted-file" };
    await ask(`${address}/sync/upload-user-file`, { ...signedIn, ...about, ...type }, "empty");
  }
  const files = await fetch(`${address}/sync/list-user-files`, { headers: signedIn });
  return { token, groupId: (await files.json()).data[0].groupId };
}

async function ask(url, headers, body) {
  const answer = await fetch(url, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer;
}
