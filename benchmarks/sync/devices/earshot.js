/** A device of Earshot: rounds as docs/sync.md has them, over an outbox and records kept in memory. */

import { randomUUID } from "node:crypto";

const AT_ONCE = 500;
const COMPRESS_FROM_BYTES = 1024;
const ADA = { email: "ada@earshot.test", password: "slow green tractor" };
const JSON_ALONE = { "Content-Type": "application/json" };
const PACKED = { ...JSON_ALONE, "Content-Encoding": "gzip" };

/** Open a device with an empty store; `packs` says whether it compresses what it sends, as the app does. */
export async function openDevice(address, name, packs = true) {
  const { cookie, accountId } = await signIn(address);
  const records = new Map();
  let outbox = [];
  let lastNumber = 0;
  let place = { epoch: null, cursor: 0, mark: null, last_answered: 0 };
  const who = { protocol: 1, client: "0.1.0", account_id: accountId, device_id: randomUUID() };

  async function write(notes) {
    for (const { id, fields } of notes) {
      records.set(id, fields);
      outbox.push(createdAt(++lastNumber, id, fields));
    }
  }

  async function exchange() {
    let more = true;
    while (more) {
      const changes = outbox.slice(0, AT_ONCE);
      const round = { ...who, ...place, changes, limit: AT_ONCE };
      const reply = await post(`${address}/api/sync`, round, { cookie, packs });
      take(reply);
      more = reply.more || outbox.length > 0;
    }
  }

  function take({ epoch, cursor, mark, results, records: news }) {
    const refused = results.find(({ outcome }) => outcome === "rejected");
    if (refused) throw new Error(`${name}: ${JSON.stringify(refused)}`);
    outbox = outbox.slice(results.length);
    for (const { id, body } of news) records.set(id, body);
    place = { epoch, cursor, mark, last_answered: results.at(-1)?.number ?? place.last_answered };
  }

  const read = async (id) => records.get(id);
  return { name, write, push: exchange, pull: exchange, sync: exchange, read };
}

function createdAt(number, id, fields) {
  const made_at = fields.captured_at;
  return { number, kind: "conversation", id, base_seq: 0, made_at, set: fields, action: "set" };
}

/** The account comes with the server. */
async function signIn(address) {
  const answer = await send(`${address}/api/sign-in`, JSON.stringify(ADA), JSON_ALONE);
  const cookie = answer.headers.getSetCookie()[0].split(";")[0];
  return { cookie, accountId: (await answer.json()).account.id };
}

async function post(url, content, { cookie, packs }) {
  const json = JSON.stringify(content);
  const isPacked = packs && json.length >= COMPRESS_FROM_BYTES;
  const body = isPacked ? await pack(json) : json;
  const encoding = packs ? "gzip" : "identity";
  const headers = { ...(isPacked ? PACKED : JSON_ALONE), cookie, "Accept-Encoding": encoding };
  const answer = await send(url, body, headers);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer.json();
}

function send(url, body, headers) {
  return fetch(url, { method: "POST", headers: { ...headers, Origin: new URL(url).origin }, body });
}

function pack(json) {
  const stream = new Blob([json]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}
