/** A change that the server will not take stays on its record, with its reason, and blocks nothing. */
import { beforeEach, expect, test } from "vitest";
import { OFFLINE } from "../../src/api";
import type { Send } from "../../src/sync/protocol";
import { ADA, type Device, device, outboxOf, storedAt } from "../cast";
import { ServerModel } from "./server_model";

const ana = "0198c0de-0000-7000-8000-000000000001";
const li = "0198c0de-0000-7000-8000-000000000002";
const bad = { name: "refuse me" };
let server: ServerModel;
let phone: Device;
const send: Send = async (round) => server.answer(round);

beforeEach(async () => {
  server = new ServerModel(ADA.id);
  phone = await device(ADA);
  await phone.write({ kind: "person", id: ana, set: { name: "Ana", role: "CTO" } });
  await phone.runRound(send);
});

test("the record shows what was typed and why it was refused; the others go up", async () => {
  await phone.write({ kind: "person", id: ana, set: bad });
  await phone.write({ kind: "person", id: li, set: { name: "Li" } });

  await phone.runRound(send);

  const shown = await phone.find("person", ana);
  expect(shown?.body.name).toBe("refuse me");
  expect(shown?.refused).toMatchObject({ code: "invalid_value", set: bad });
  expect(server.records.get(li)?.body.name).toBe("Li");
  expect(await outboxOf(phone)).toEqual([]);
  expect(await phone.countUnsynced()).toBe(1);
});

test("mending it sends everything that was refused, under a new number", async () => {
  await phone.write({ kind: "person", id: ana, set: { ...bad, notes: "climbs" } });
  await phone.runRound(send);

  await phone.write({ kind: "person", id: ana, set: { name: "Anna" } });
  await phone.runRound(send);

  expect(server.records.get(ana)?.body).toEqual({ name: "Anna", role: "CTO", notes: "climbs" });
  expect((await phone.find("person", ana))?.refused).toBeNull();
  expect(await phone.countUnsynced()).toBe(0);
});

test("dropping it shows what stood there before", async () => {
  await phone.write({ kind: "person", id: ana, set: { ...bad, notes: "climbs" } });
  await phone.runRound(send);

  await phone.dropRefused("person", ana);

  const shown = await phone.find("person", ana);
  expect(shown?.body).toMatchObject({ name: "Ana", role: "CTO", notes: "" });
  expect(shown?.refused).toBeNull();
});

test("dropping it shows what stood there before, although it was refused twice", async () => {
  await phone.write({ kind: "person", id: ana, set: bad });
  await phone.runRound(send);
  await phone.write({ kind: "person", id: ana, set: { ...bad, notes: "climbs" } });
  await phone.runRound(send);

  await phone.dropRefused("person", ana);

  expect((await phone.find("person", ana))?.body).toMatchObject({ name: "Ana", notes: "" });
});

test("dropping it shows what the laptop has said since", async () => {
  const laptop = await device(ADA);
  await laptop.runRound(send);
  await phone.write({ kind: "person", id: ana, set: bad });
  await phone.runRound(send);
  await laptop.write({ kind: "person", id: ana, set: { name: "Anna" } });
  await laptop.runRound(send);
  await phone.runRound(send);
  expect((await phone.find("person", ana))?.body.name).toBe("refuse me");

  await phone.dropRefused("person", ana);

  expect((await phone.find("person", ana))?.body.name).toBe("Anna");
});

test("dropping it shows what the laptop had said before it was refused", async () => {
  const laptop = await device(ADA);
  await laptop.runRound(send);
  await laptop.write({ kind: "person", id: ana, set: { name: "Anna" } });
  await laptop.runRound(send);
  await phone.write({ kind: "person", id: ana, set: bad });
  await phone.runRound(async (round) => send({ ...round, changes: [] }));
  await phone.runRound(send);

  await phone.dropRefused("person", ana);

  expect((await phone.find("person", ana))?.body.name).toBe("Anna");
});

test("mending it does not claim to have seen what the laptop said meanwhile", async () => {
  const laptop = await device(ADA);
  await laptop.runRound(send);
  await laptop.write({ kind: "person", id: ana, set: { name: "Anna" } });
  await laptop.runRound(send);
  await phone.write({ kind: "person", id: ana, set: bad });
  await phone.runRound(send);

  await phone.write({ kind: "person", id: ana, set: { name: "Ana B." } });

  expect(await outboxOf(phone)).toMatchObject([{ base_seq: 1, set: { name: "Ana B." } }]);
});

test("two refused changes of one record are mended together", async () => {
  await phone.write({ kind: "person", id: ana, set: { ...bad, notes: "climbs" } });
  await phone.runRound(async () => OFFLINE);
  await phone.write({ kind: "person", id: ana, set: { ...bad, traits: "tall" } });
  await phone.runRound(send);

  await phone.write({ kind: "person", id: ana, set: { name: "Anna" } });
  await phone.runRound(send);

  expect(server.records.get(ana)?.body).toMatchObject({ notes: "climbs", traits: "tall" });
});

test("a record whose creation was refused gathers later edits, and goes up whole once mended", async () => {
  await phone.write({ kind: "person", id: li, set: bad });
  await phone.runRound(send);
  await phone.write({ kind: "person", id: li, set: { ...bad, notes: "rows" } });
  await phone.runRound(send);
  expect(server.records.get(li)).toBeUndefined();

  await phone.write({ kind: "person", id: li, set: { name: "Li" } });
  await phone.runRound(send);

  expect(server.records.get(li)?.body).toEqual({ name: "Li", notes: "rows" });
});

test("a refused record can be deleted, and nothing is left to send", async () => {
  await phone.write({ kind: "person", id: li, set: bad });
  await phone.runRound(send);

  await phone.write({ kind: "person", id: li, action: "delete" });

  expect(await phone.find("person", li)).toBeUndefined();
  expect(await phone.countUnsynced()).toBe(0);
});

test("what was refused comes back with a record whose deletion is undone, and says so still", async () => {
  await phone.write({ kind: "person", id: ana, set: bad });
  await phone.runRound(send);

  await phone.write({ kind: "person", id: ana, action: "delete" });
  await phone.write({ kind: "person", id: ana, action: "restore" });

  const shown = await phone.find("person", ana);
  expect(shown?.body.name).toBe("refuse me");
  expect(shown?.refused).toMatchObject({ code: "invalid_value", set: bad });
});

test("dropping what was refused shows nothing that the server never had", async () => {
  await phone.write({ kind: "person", id: li, set: bad });
  await phone.write({ kind: "person", id: li, action: "delete" });
  await phone.write({ kind: "person", id: li, action: "restore" });
  await phone.runRound(send);

  await phone.dropRefused("person", li);

  expect(await phone.find("person", li)).toBeUndefined();
  expect((await storedAt(phone, "person", li)).body).toEqual({});
});

test("what was refused goes again with what is written after the record was deleted", async () => {
  await phone.write({ kind: "person", id: ana, set: bad });
  await phone.runRound(send);
  await phone.write({ kind: "person", id: ana, action: "delete" });

  await phone.write({ kind: "person", id: ana, set: { name: "Ana", notes: "rows" } });
  await phone.runRound(send);

  expect(server.records.get(ana)?.body).toEqual({ name: "Ana", role: "CTO", notes: "rows" });
  expect((await phone.find("person", ana))?.refused).toBeNull();
});

test("a refused deletion has come true when the record is deleted elsewhere", async () => {
  const { withNews } = await import("../../src/sync/reconcile");
  const refused = { code: "edited_since", fields: {}, action: "delete", set: {}, was: {} } as const;
  const shown = { id: ana, kind: "person", seq: 2, body: { name: "Ana" }, deleted_at: null };
  const news = {
    kind: "person",
    id: ana,
    seq: 3,
    body: {},
    deleted_at: "2026-06-02T15:00:00.000Z",
  };

  const { record } = withNews({ ...shown, refused }, news, []);

  expect(record.deleted_at).not.toBeNull();
  expect(record.refused).toBeUndefined();
});

/** The first round is refused after Ada has typed another name; nothing further gets through. */
async function typeAnewWhileItIsRefused(): Promise<void> {
  await phone.write({ kind: "person", id: ana, set: { ...bad, notes: "climbs" } });
  let calls = 0;
  await phone.runRound(async (round) => {
    if (calls++ > 0) return OFFLINE;
    const answer = await send(round);
    await phone.write({ kind: "person", id: ana, set: { name: "Anna" } });
    return answer;
  });
}

test("a name typed anew before the refusal came is not overwritten by the refused one", async () => {
  await typeAnewWhileItIsRefused();

  await phone.write({ kind: "person", id: ana, set: { traits: "tall" } });
  await phone.runRound(send);

  expect(server.records.get(ana)?.body).toMatchObject({ name: "Anna", notes: "climbs" });
});

test("dropping what was refused leaves a name that was typed anew since", async () => {
  await typeAnewWhileItIsRefused();

  await phone.dropRefused("person", ana);

  expect((await phone.find("person", ana))?.body).toMatchObject({ name: "Anna", notes: "" });
});
