/** Rounds of real devices with the real server and its database. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { OFFLINE } from "../../src/api";
import type { Send } from "../../src/sync/protocol";
import { type Device, device, outboxOf } from "../cast";
import { Browser, RealServer } from "./real_server";

const server = new RealServer();
let nth = 0;
let email: string;
let onPhone: Browser;
let onLaptop: Browser;
let phone: Device;
let laptop: Device;

beforeAll(() => server.start());
afterAll(() => server.stop());

beforeEach(async () => {
  email = `ada${++nth}@example.org`;
  [onPhone, onLaptop] = [new Browser(server), new Browser(server)];
  const ada = await onPhone.signUp(email);
  await onLaptop.signIn(email);
  [phone, laptop] = [await device(ada), await device(ada)];
});

test("a note taken on the phone is on the laptop exactly once, with its moment of writing", async () => {
  const [id, captured_at] = [phone.newId(), "2026-05-01T19:04:05.678Z"];
  const note = { who: "Ana", problem: "drowning in audits", captured_at };
  await phone.write({ kind: "conversation", id, set: note });

  expect(await phone.runRound(onPhone.send)).toMatchObject({ state: "synced" });
  expect(await laptop.runRound(onLaptop.send)).toMatchObject({ state: "synced" });

  const there = await laptop.latestConversations(5);
  expect(there.map(({ id, body }) => ({ id, ...body }))).toMatchObject([{ id, ...note }]);
});

test("edits of different fields made at once are both on both devices", async () => {
  const id = phone.newId();
  await phone.write({ kind: "person", id, set: { name: "Ana" } });
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);

  await phone.write({ kind: "person", id, set: { role: "CTO" } });
  await laptop.write({ kind: "person", id, set: { notes: "climbs" } });
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);
  await phone.runRound(onPhone.send);

  const both = { name: "Ana", role: "CTO", notes: "climbs" };
  expect((await phone.find("person", id))?.body).toMatchObject(both);
  expect((await laptop.find("person", id))?.body).toMatchObject(both);
});

test("a reply that is lost at any of ten points loses and doubles nothing", async () => {
  let calls = 0;
  const lossy: Send = async (round) => {
    const answer = await onPhone.send(round);
    return calls++ % 2 === 0 ? OFFLINE : answer;
  };

  for (let count = 0; count < 10; count++) {
    await phone.write({ kind: "person", id: phone.newId(), set: { name: `Ana ${count}` } });
    await phone.runRound(lossy);
  }
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);

  const names = (await laptop.people()).map(({ body }) => body.name);
  expect(names).toEqual(Array.from({ length: 10 }, (_, count) => `Ana ${count}`));
  expect(await outboxOf(phone)).toEqual([]);
});

test("a thousand and one records come over in pages", async () => {
  const ids = Array.from({ length: 1001 }, () => phone.newId());
  await phone.write(...ids.map((id) => ({ kind: "person" as const, id, set: { name: "Li" } })));
  await phone.runRound(onPhone.send);

  await laptop.runRound(onLaptop.send);

  expect((await laptop.people()).map(({ id }) => id).sort()).toEqual(ids.sort());
});

test("what was deleted and brought back is whole on both devices", async () => {
  const id = phone.newId();
  await phone.write({ kind: "person", id, set: { name: "Ana", notes: "climbs" } });
  await phone.runRound(onPhone.send);
  await phone.write({ kind: "person", id, action: "delete" });
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);
  expect(await laptop.people()).toEqual([]);

  await phone.write({ kind: "person", id, action: "restore" });
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);

  for (const on of [phone, laptop]) {
    expect((await on.find("person", id))?.body).toMatchObject({ name: "Ana", notes: "climbs" });
  }
});

test("an edit of what was deleted meanwhile brings it back whole", async () => {
  const id = phone.newId();
  await phone.write({ kind: "person", id, set: { name: "Ana", notes: "climbs" } });
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);
  await laptop.write({ kind: "person", id, action: "delete" });
  await laptop.runRound(onLaptop.send);

  await phone.runRound(onPhone.send);
  await phone.write({ kind: "person", id, set: { role: "CTO" } });
  await phone.runRound(onPhone.send);

  const whole = { name: "Ana", notes: "climbs", role: "CTO" };
  expect((await phone.find("person", id))?.body).toMatchObject(whole);
});

test("what a server has forgotten after its files were put back goes up again", async () => {
  const [id, deleted] = [phone.newId(), phone.newId()];
  await phone.write({ kind: "person", id, set: { name: "Ana", role: "CTO" } });
  await phone.write({ kind: "person", id: deleted, set: { name: "Li" } });
  await phone.runRound(onPhone.send);
  await server.forget(async () => {
    await phone.write({ kind: "person", id, set: { notes: "climbs" } });
    await phone.write({ kind: "person", id: phone.newId(), set: { name: "Zoë" } });
    await phone.write({ kind: "person", id: deleted, action: "delete" });
    await phone.runRound(onPhone.send);
  });

  await laptop.runRound(onLaptop.send);
  expect(await phone.runRound(onPhone.send)).toMatchObject({ state: "synced" });
  await laptop.runRound(onLaptop.send);

  const there = (await laptop.people()).map(({ body }) => [body.name, body.role, body.notes]);
  expect(there).toEqual([
    ["Ana", "CTO", "climbs"],
    ["Zoë", "", ""],
  ]);
});

test("what the laptop says after files were put back survives what the phone still has", async () => {
  const id = phone.newId();
  await phone.write({ kind: "person", id, set: { name: "Ana", notes: "climbs" } });
  await phone.runRound(onPhone.send);
  await server.forget(async () => {
    await phone.write({ kind: "person", id, set: { notes: "climbs on Mondays", role: "CTO" } });
    await phone.runRound(onPhone.send);
  });
  await laptop.runRound(onLaptop.send);
  await laptop.write({ kind: "person", id, set: { notes: "often climbs", traits: "tall" } });
  await laptop.runRound(onLaptop.send);

  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);

  const there = await laptop.find("person", id);
  expect(there?.body).toMatchObject({ notes: "often climbs on Mondays", role: "CTO" });
  expect([there?.body.traits, JSON.stringify(there?.kept)].join()).toContain("tall");
});

test("a change that is not valid stays here with its reason, and the others go up", async () => {
  const [bad, good] = [phone.newId(), phone.newId()];
  await phone.write({ kind: "person", id: bad, set: { name: "x".repeat(201) } });
  await phone.write({ kind: "person", id: good, set: { name: "Li" } });

  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);

  expect((await phone.find("person", bad))?.refused).toMatchObject({ code: "too_long" });
  expect((await laptop.people()).map(({ id }) => id)).toEqual([good]);
});

test("dropping what was refused leaves what was taken after it", async () => {
  const id = phone.newId();
  await phone.write({ kind: "person", id, set: { name: "Ana" } });
  await phone.runRound(onPhone.send);
  await phone.write({ kind: "person", id, set: { name: "x".repeat(201), notes: "climbs" } });
  let rounds = 0;
  await phone.runRound(async (round) => {
    const answer = await onPhone.send(round);
    if (++rounds === 1) await phone.write({ kind: "person", id, set: { notes: "rows" } });
    return answer;
  });
  await phone.runRound(onPhone.send);

  await phone.dropRefused("person", id);

  expect((await phone.find("person", id))?.body).toMatchObject({ name: "Ana", notes: "rows" });
});

test("Ada's notes do not travel when Ben has signed in on her browser", async () => {
  const ben = new Browser(server);
  await ben.signUp(`ben${nth}@example.org`);
  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Ana" } });

  expect(await phone.runRound(ben.send)).toMatchObject({ state: "wrong_account" });

  expect(await phone.countUnsynced()).toBe(1);
});

test("somebody whose session has ended keeps everything", async () => {
  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Ana" } });

  const outcome = await phone.runRound(new Browser(server).send);

  expect(outcome).toMatchObject({ state: "signed_out" });
  expect(await phone.countUnsynced()).toBe(1);
});
