/** A server that was put back to an older state gets back what it lost; nothing is deleted for being absent. */
import { beforeEach, expect, test } from "vitest";
import { OFFLINE } from "../../src/api";
import type { Send } from "../../src/sync/protocol";
import { ADA, type Device, device, outboxOf } from "../cast";
import { refusal, ServerModel } from "./server_model";

const ana = "0198c0de-0000-7000-8000-000000000001";
const li = "0198c0de-0000-7000-8000-000000000002";
let server: ServerModel;
let phone: Device;
let laptop: Device;
const send: Send = async (round) => server.answer(round);

beforeEach(async () => {
  server = new ServerModel(ADA.id);
  phone = await device(ADA);
  laptop = await device(ADA);
  await phone.write({ kind: "person", id: ana, set: { name: "Ana", role: "CTO" } });
  await phone.runRound(send);
});

async function loseAllSinceHere(work: () => Promise<unknown>): Promise<void> {
  const before = server.backup();
  await work();
  server = before;
  server.epoch = "restored";
}

/** Answer refusals only, as if the network broke before any page came through. */
const askOnly: Send = async (round) => {
  const answer = await send(round);
  return answer.ok ? OFFLINE : answer;
};

test("what the server has forgotten goes up again, and reaches the laptop", async () => {
  await loseAllSinceHere(async () => {
    await phone.write({ kind: "person", id: li, set: { name: "Li" } });
    await phone.write({ kind: "person", id: ana, set: { notes: "climbs" } });
    await phone.runRound(send);
  });

  expect(await phone.runRound(send)).toMatchObject({ state: "synced" });
  await laptop.runRound(send);

  expect((await laptop.find("person", li))?.body.name).toBe("Li");
  expect((await laptop.find("person", ana))?.body).toMatchObject({ role: "CTO", notes: "climbs" });
});

test("a deletion that the server has forgotten is not undone by it", async () => {
  await loseAllSinceHere(async () => {
    await phone.write({ kind: "person", id: ana, action: "delete" });
    await phone.runRound(send);
  });

  await phone.runRound(send);

  expect(server.records.get(ana)?.deleted_at).not.toBeNull();
  expect(await phone.people()).toEqual([]);
});

test("an emptied server is filled again by whoever comes", async () => {
  await phone.write({ kind: "person", id: li, set: { name: "Li" } });
  server = new ServerModel(ADA.id);
  server.epoch = "emptied";

  await phone.runRound(send);

  expect([...server.records.keys()].sort()).toEqual([ana, li]);
  expect(await outboxOf(phone)).toEqual([]);
});

test("what was not sent yet goes up too, once", async () => {
  await loseAllSinceHere(async () => {
    await phone.write({ kind: "person", id: ana, set: { name: "Anna" } });
    await phone.runRound(send);
  });
  await phone.write({ kind: "person", id: ana, set: { notes: "climbs" } });

  await phone.runRound(send);

  expect(server.records.get(ana)?.body).toEqual({ name: "Anna", role: "CTO", notes: "climbs" });
  expect((await phone.find("person", ana))?.body.notes).toBe("climbs");
});

test("a pull that breaks off is taken up where it stopped", async () => {
  const people = Array.from({ length: 1200 }, () => phone.newId());
  await loseAllSinceHere(async () => {
    for (const id of people) await phone.write({ kind: "person", id, set: { name: "Li" } });
    await phone.runRound(send);
  });
  let calls = 0;

  await phone.runRound(async (round) => (calls++ === 1 ? refusal(503, "busy") : send(round)));
  await phone.runRound(send);

  expect(people.every((id) => server.records.has(id))).toBe(true);
  expect(await phone.people()).toHaveLength(1201);
});

/** Put the server back twice, the second time further, after so much of the first pull as `firstPull` lets through. */
async function putBackTwice(firstPull: Send): Promise<void> {
  await phone.write({ kind: "person", id: li, set: { name: "Li" } });
  await phone.runRound(send);
  const older = server.backup();
  await phone.write({ kind: "person", id: ana, set: { notes: "climbs" } });
  await phone.runRound(send);
  await loseAllSinceHere(async () => {
    await phone.write({ kind: "person", id: li, set: { role: "CEO" } });
    await phone.runRound(send);
  });
  await phone.runRound(firstPull);
  server = older;
  server.epoch = "restored again";
}

test.each<[string, Send]>([
  [
    "while everything is pulled again",
    async (round) => (round.cursor === 2 ? refusal(503, "busy") : send({ ...round, limit: 1 })),
  ],
  [
    "before the first page came",
    async (round) => (round.limit === 1 ? send(round) : askOnly(round)),
  ],
])("a server put back further %s gets the rest too", async (_when, firstPull) => {
  await putBackTwice(firstPull);

  await phone.runRound(send);

  expect(server.records.get(ana)?.body.notes).toBe("climbs");
  expect(server.records.get(li)?.body.role).toBe("CEO");
});

test("a copied profile becomes a device of its own and loses nothing", async () => {
  await phone.write({ kind: "person", id: li, set: { name: "Li" } });
  let isFirst = true;

  await phone.runRound(async (round) => {
    const forked = isFirst && refusal(409, "device_forked");
    isFirst = false;
    return forked || send(round);
  });

  expect(server.taken.filter(({ id }) => id === li)).toHaveLength(1);
  expect(await phone.people()).toHaveLength(2);
});

test("a batch that is too large for the server goes in halves", async () => {
  server.changesAtMost = 3;
  for (let count = 0; count < 20; count++) {
    await phone.write({ kind: "person", id: phone.newId(), set: { name: "Li" } });
  }

  expect(await phone.runRound(send)).toMatchObject({ state: "synced" });

  expect(server.records.size).toBe(21);
});
