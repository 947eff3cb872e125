/** What no device should decide by itself waits for the person, and nothing moves meanwhile. */
import { beforeEach, expect, test } from "vitest";
import type { Send } from "../../src/sync/protocol";
import { ADA, type Device, device, outboxOf, storedAt } from "../cast";
import { ServerModel } from "./server_model";

let server: ServerModel;
let phone: Device;
let laptop: Device;
let people: string[];
const send: Send = async (round) => server.answer(round);

/** A server that has never met this device, and says so. */
const foreign: Send = async (round) => {
  const answer = server.answer(round);
  return !answer.ok && answer.code === "resync" ? { ...answer, code: "epoch_changed" } : answer;
};

beforeEach(async () => {
  server = new ServerModel(ADA.id);
  phone = await device(ADA);
  laptop = await device(ADA);
  people = Array.from({ length: 40 }, () => phone.newId());
  await phone.write(...people.map((id) => ({ kind: "person" as const, id, set: { name: "Li" } })));
  await phone.runRound(send);
  await laptop.runRound(send);
});

async function deleteOnLaptop(ids: string[]): Promise<void> {
  await laptop.write(...ids.map((id) => ({ kind: "person", id, action: "delete" }) as const));
  await laptop.runRound(send);
}

test("half of all people deleted elsewhere are not deleted here before Ada has said so", async () => {
  await deleteOnLaptop(people.slice(0, 20));

  expect(await phone.runRound(send)).toMatchObject({ state: "asking" });

  expect(await phone.syncPrompt()).toEqual({ about: "deletions", count: 20, of: 40 });
  expect(await phone.people()).toHaveLength(40);
});

test("an answer that is given while the same is asked again stands", async () => {
  await deleteOnLaptop(people.slice(0, 20));
  await phone.runRound(send);

  await phone.runRound(async (round) => {
    const answer = await send(round);
    await phone.answerSyncPrompt("keep");
    return answer;
  });
  await phone.runRound(send);

  expect(await phone.syncPrompt()).toBeUndefined();
  expect(server.records.get(people[0] as string)?.deleted_at).toBeNull();
});

test("fewer deletions, or fewer than twenty, need no word", async () => {
  await deleteOnLaptop(people.slice(0, 19));

  expect(await phone.runRound(send)).toMatchObject({ state: "synced" });

  expect(await phone.people()).toHaveLength(21);
});

test("what Ada had changed reaches the server although the news waits", async () => {
  await deleteOnLaptop(people.slice(0, 30));
  await phone.write({ kind: "person", id: people[39] as string, set: { notes: "climbs" } });

  await phone.runRound(send);

  expect(server.records.get(people[39] as string)?.body.notes).toBe("climbs");
  expect(await outboxOf(phone)).toEqual([]);
});

test("a change does not claim to have seen news of its record that waits", async () => {
  const id = people[39] as string;
  await laptop.write({ kind: "person", id, set: { role: "CEO" } });
  await deleteOnLaptop(people.slice(0, 30));
  await phone.write({ kind: "person", id, set: { notes: "climbs" } });

  await phone.runRound(send);

  expect(await storedAt(phone, "person", id)).toMatchObject({ seq: 40 });
});

test("a sweep that is spread over pages is noticed before its first page is taken", async () => {
  await deleteOnLaptop(people.slice(0, 20));
  const small: Send = (round) => send({ ...round, limit: 3 });

  expect(await phone.runRound(small)).toMatchObject({ state: "asking" });

  expect(await phone.people()).toHaveLength(40);
  expect(await phone.syncPrompt()).toMatchObject({ count: 20 });
});

test("to follow the server deletes them here too", async () => {
  await deleteOnLaptop(people.slice(0, 20));
  await phone.runRound(send);

  await phone.answerSyncPrompt("follow");
  expect(await phone.runRound((round) => send({ ...round, limit: 3 }))).toMatchObject({
    state: "synced",
  });

  expect(await phone.people()).toHaveLength(20);
  expect(await phone.syncPrompt()).toBeUndefined();
});

test("to keep them brings them back whole, everywhere", async () => {
  await deleteOnLaptop(people.slice(0, 20));
  await phone.runRound(send);

  await phone.answerSyncPrompt("keep");
  await phone.runRound(send);
  await laptop.runRound(send);

  for (const on of [phone, laptop]) expect(await on.people()).toHaveLength(40);
});

test("an answer holds for one pull: the next sweep asks again", async () => {
  await deleteOnLaptop(people.slice(0, 20));
  await phone.runRound(send);
  await phone.answerSyncPrompt("keep");
  await phone.runRound(send);

  await laptop.runRound(send);
  await deleteOnLaptop(people.slice(0, 20));

  expect(await phone.runRound(send)).toMatchObject({ state: "asking" });
});

test("an answer that was lost while reading ahead takes nothing in", async () => {
  await deleteOnLaptop(people.slice(0, 20));
  let calls = 0;
  const breaking: Send = async (round) => {
    if (++calls > 2) return { ok: false, status: 0, code: "offline" };
    return send({ ...round, limit: 3 });
  };

  expect(await phone.runRound(breaking)).toMatchObject({ state: "offline" });

  expect(await phone.people()).toHaveLength(40);
});

test("nothing goes to a server with another history before Ada has said so", async () => {
  server = new ServerModel(ADA.id);
  server.epoch = "another";
  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Zoë" } });

  expect(await phone.runRound(foreign)).toMatchObject({ state: "asking" });

  expect(await phone.syncPrompt()).toEqual({ about: "other_history", is_empty: true });
  expect(server.taken).toEqual([]);
  expect(await phone.countUnsynced()).toBe(1);
});

test("once she has, everything goes there", async () => {
  server = new ServerModel(ADA.id);
  server.epoch = "another";
  await phone.runRound(foreign);

  await phone.answerSyncPrompt("send");
  expect(await phone.runRound(foreign)).toMatchObject({ state: "synced" });

  expect([...server.records.keys()].sort()).toEqual(people.sort());
  expect(await phone.syncPrompt()).toBeUndefined();
});

test("a device that holds nothing need not ask", async () => {
  const tablet = await device(ADA);
  const elsewhere = new ServerModel(ADA.id);
  await tablet.runRound(async (round) => elsewhere.answer(round));

  server.epoch = "another";
  expect(await tablet.runRound(foreign)).toMatchObject({ state: "synced" });

  expect(await tablet.people()).toHaveLength(40);
});

test("what was purged elsewhere is gone here, with what waited to be sent about it", async () => {
  const [gone = ""] = people;
  await phone.write({ kind: "person", id: gone, set: { notes: "climbs" } });
  server.purge(gone);

  await phone.runRound(async (round) => send({ ...round, changes: [] }));

  expect(await storedAt(phone, "person", gone)).toBeUndefined();
  expect(await outboxOf(phone)).toEqual([]);
});
