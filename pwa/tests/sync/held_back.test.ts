/** What the account has no room for stays on the device, and is sent by itself once there is room. */
import { beforeEach, expect, test } from "vitest";
import type { Send } from "../../src/sync/protocol";
import { ADA, type Device, device, outboxOf, storedAt } from "../cast";
import { ServerModel } from "./server_model";

const ana = "0198c0de-0000-7000-8000-000000000001";
const ben = "0198c0de-0000-7000-8000-000000000002";
const LONG = "x".repeat(3_000);
let server: ServerModel;
let phone: Device;
let rounds: number;
const send: Send = async (round) => {
  rounds += 1;
  return server.answer(round);
};

beforeEach(async () => {
  server = new ServerModel(ADA.id);
  server.maxBytes = 5_000;
  phone = await device(ADA);
  rounds = 0;
  await phone.write({ kind: "person", id: ana, set: { name: "Ana", notes: LONG } });
  await phone.runRound(send);
  await phone.write({ kind: "person", id: ben, set: { name: "Ben", notes: LONG } });
  await phone.runRound(send);
});

test("a change without room stays as it was typed, and counts as not synced", async () => {
  expect((await phone.find("person", ben))?.body.notes).toBe(LONG);
  expect((await storedAt(phone, "person", ben)).refused).toMatchObject({ code: "quota" });
  expect(await phone.countHeldBack()).toBe(1);
  expect(await phone.countUnsynced()).toBe(1);
  expect(server.records.has(ben)).toBe(false);
});

test("without more room nothing is sent again, however often it syncs", async () => {
  const { length } = server.taken;
  for (let count = 0; count < 5; count++) await phone.runRound(send);

  expect(await outboxOf(phone)).toEqual([]);
  expect(server.taken).toHaveLength(length);
  expect(rounds).toBe(2 + 5);
});

test("once there is room it is sent by itself, as it was typed", async () => {
  server.maxBytes = 20_000;
  await phone.runRound(send);
  await phone.runRound(send);

  expect(server.records.get(ben)?.body).toEqual({ name: "Ben", notes: LONG });
  expect(await phone.countHeldBack()).toBe(0);
  expect(await phone.countUnsynced()).toBe(0);
});

test("deleting makes room for it", async () => {
  await phone.write({ kind: "person", id: ana, action: "delete" });
  await phone.runRound(send);
  await phone.runRound(send);

  expect(server.records.get(ben)?.body.name).toBe("Ben");
  expect(await phone.countUnsynced()).toBe(0);
});

test("where a little more room is too little, it is tried once more at most", async () => {
  await phone.runRound(send);
  server.maxBytes = 5_500;
  for (let count = 0; count < 5; count++) await phone.runRound(send);
  expect(server.records.has(ben)).toBe(false);
  expect(await phone.countHeldBack()).toBe(1);
  expect(await outboxOf(phone)).toEqual([]);
});

test("an edit of something that is there is sent again upon what the person saw", async () => {
  const before = server.records.get(ana)?.seq;
  await phone.write({ kind: "person", id: ana, set: { notes: `${LONG}${LONG}` } });
  await phone.runRound(send);
  await phone.write({ kind: "person", id: ana, set: { role: "CTO" } });
  server.maxBytes = 40_000;
  await phone.runRound(send);
  await phone.runRound(send);

  expect(server.records.get(ana)?.body).toEqual({
    name: "Ana",
    notes: `${LONG}${LONG}`,
    role: "CTO",
  });
  expect(server.taken.find(({ id, base_seq }) => id === ana && base_seq === before)).toBeDefined();
  expect(await phone.countUnsynced()).toBe(0);
});

test("what was deleted meanwhile is not sent", async () => {
  await phone.write({ kind: "person", id: ben, action: "delete" });
  server.maxBytes = 20_000;
  for (let count = 0; count < 3; count++) await phone.runRound(send);

  expect(server.records.has(ben)).toBe(false);
  expect(await phone.countUnsynced()).toBe(0);
});
