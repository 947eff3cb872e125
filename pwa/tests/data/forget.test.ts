/** What was deleted is let go of in time, and not before. */
import { beforeEach, expect, test } from "vitest";
import type { Send } from "../../src/sync/protocol";
import { ADA, type Device, device, outboxOf, storedAt } from "../cast";
import { ServerModel } from "../sync/server_model";

const ana = "0198c0de-0000-7000-8000-000000000001";
let phone: Device;
let server: ServerModel;
const send: Send = async (round) => server.answer(round);

beforeEach(async () => {
  server = new ServerModel(ADA.id);
  phone = await device(ADA);
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });
  await phone.runRound(send);
  await phone.write({ kind: "person", id: ana, action: "delete" });
});

function inDays(days: number): Date {
  return new Date(Date.now() + days * 86_400_000);
}

test("what was deleted an hour ago can still be brought back whole", async () => {
  await phone.runRound(send);

  await phone.forgetDeleted(inDays(1 / 24));

  expect((await storedAt(phone, "person", ana)).body).toEqual({ name: "Ana" });
});

test("two days later only the empty record is left, and after two months not even that", async () => {
  await phone.runRound(send);

  await phone.forgetDeleted(inDays(2));
  expect((await storedAt(phone, "person", ana)).body).toEqual({});

  await phone.forgetDeleted(inDays(60));
  expect(await storedAt(phone, "person", ana)).toBeUndefined();
});

test("a deletion that has not reached the server is not forgotten", async () => {
  await phone.forgetDeleted(inDays(60));

  expect((await storedAt(phone, "person", ana)).body).toEqual({ name: "Ana" });
  expect(await outboxOf(phone)).toMatchObject([{ action: "delete" }]);
});
