/** Rounds carry changes up and news down, and stop with the right word when something is in the way. */
import { beforeEach, expect, test } from "vitest";
import { OFFLINE } from "../../src/api";
import type { Send } from "../../src/sync/protocol";
import { ADA, BEN, type Device, device, outboxOf, storedAt } from "../cast";
import { refusal, ServerModel } from "./server_model";

const ana = "0198c0de-0000-7000-8000-000000000001";
let server: ServerModel;
let phone: Device;
let laptop: Device;
const send: Send = async (round) => server.answer(round);

beforeEach(async () => {
  server = new ServerModel(ADA.id);
  phone = await device(ADA);
  laptop = await device(ADA);
});

test("what Ada writes on the phone is on the laptop after a round of each", async () => {
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });

  expect(await phone.runRound(send)).toMatchObject({ state: "synced" });
  expect(await laptop.runRound(send)).toMatchObject({ state: "synced" });

  expect((await laptop.find("person", ana))?.body.name).toBe("Ana");
  expect(await outboxOf(phone)).toEqual([]);
});

test("nothing is sent before somebody has signed in", async () => {
  const shelf = await device();
  await shelf.write({ kind: "person", id: ana, set: { name: "Ana" } });

  expect(await shelf.runRound(send)).toBeUndefined();

  expect(server.taken).toEqual([]);
  expect(await shelf.countUnsynced()).toBe(1);
});

test("what Ada took down never travels in Ben's session", async () => {
  server = new ServerModel(BEN.id);
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });

  expect(await phone.runRound(send)).toMatchObject({ state: "wrong_account" });

  expect(server.taken).toEqual([]);
  expect(await phone.countUnsynced()).toBe(1);
});

test("five hundred and one changes go up in two rounds, without a gap in the numbers", async () => {
  const people = Array.from({ length: 501 }, () => phone.newId());
  for (const id of people) await phone.write({ kind: "person", id, set: { name: "Ana" } });

  await phone.runRound(send);

  expect(server.taken.map(({ number }) => number)).toEqual(people.map((_, index) => index + 1));
});

test("a network too slow for everything at once carries it in small rounds", async () => {
  for (let count = 0; count < 120; count++) {
    await phone.write({ kind: "person", id: phone.newId(), set: { name: "Ana" } });
  }

  const outcome = await phone.runRound(async (round) => {
    return round.changes.length > 60 ? OFFLINE : send(round);
  });

  expect(outcome).toMatchObject({ state: "synced" });
  expect(server.taken).toHaveLength(120);
});

test("a record of a kind that this build does not know is kept for the next one", async () => {
  await laptop.write({ kind: "target" as "person", id: ana, set: { name: "who runs Fjord" } });
  await laptop.runRound(send);

  await phone.runRound(send);

  expect(await storedAt(phone, "target", ana)).toMatchObject({ body: { name: "who runs Fjord" } });
});

test.each([
  ["offline", OFFLINE],
  ["signed_out", refusal(401, "signed_out")],
  ["account_erased", refusal(410, "account_erased", { account_id: ADA.id })],
  ["signed_out", refusal(410, "account_erased", { account_id: BEN.id })],
  ["upgrade_required", refusal(426, "upgrade_required")],
  ["waiting", refusal(503, "busy")],
  ["waiting", refusal(507, "server_full")],
  ["failed", refusal(500, "server_error")],
])("a round that ends %s keeps everything", async (state, answer) => {
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });

  expect(await phone.runRound(async () => answer)).toMatchObject({ state });

  expect(await phone.countUnsynced()).toBe(1);
});
