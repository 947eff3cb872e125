/** After the real server was put back, nothing that it had acknowledged is lost, whoever comes first. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { OFFLINE } from "../../src/api";
import type { Send } from "../../src/sync/protocol";
import { type Device, device, outboxOf } from "../cast";
import { Browser, RealServer } from "./real_server";

const server = new RealServer();
let nth = 0;
let onPhone: Browser;
let onLaptop: Browser;
let phone: Device;
let laptop: Device;
let id: string;

beforeAll(() => server.start());
afterAll(() => server.stop());

beforeEach(async () => {
  const email = `ada${++nth}@example.org`;
  [onPhone, onLaptop] = [new Browser(server), new Browser(server)];
  const ada = await onPhone.signUp(email);
  await onLaptop.signIn(email);
  [phone, laptop] = [await device(ada), await device(ada)];
  id = phone.newId();
});

/** Both have Ana; the laptop syncs what it says of her, the phone keeps three changes to itself. */
async function comeApart(): Promise<void> {
  await phone.write({ kind: "person", id, set: { name: "Ana" } });
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);
  await laptop.write({ kind: "person", id, set: { notes: "climbs" } });
  await laptop.runRound(onLaptop.send);
  for (const name of ["Li", "Zoë"])
    await phone.write({ kind: "person", id: phone.newId(), set: { name } });
  await phone.write({ kind: "person", id, set: { role: "CTO" } });
}

/** Both sync until neither has more to say, the phone first. */
async function meetAgain(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    expect(await phone.runRound(onPhone.send)).toMatchObject({ state: "synced" });
    expect(await laptop.runRound(onLaptop.send)).toMatchObject({ state: "synced" });
  }
  await phone.runRound(onPhone.send);
}

/** What one said stands, what the other said stands too or is in the history. */
async function expectNothingLost(words: string[]): Promise<void> {
  const past = JSON.stringify(await onPhone.get(`/api/history/${id}`));
  for (const word of words) expect(past).toContain(word);
  const shown = (await phone.find("person", id))?.body;
  expect((await laptop.find("person", id))?.body).toEqual(shown);
  for (const on of [phone, laptop]) expect(await outboxOf(on)).toEqual([]);
}

test("put back to nothing, and the phone comes first", async () => {
  await server.forget(comeApart);

  await meetAgain();

  await expectNothingLost(["Ana", "climbs", "CTO"]);
});

test("put back to what both had, and the phone comes first", async () => {
  await phone.write({ kind: "person", id: phone.newId(), set: { name: "Jo" } });
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);
  await server.forget(comeApart);

  await meetAgain();

  await expectNothingLost(["Ana", "climbs", "CTO"]);
});

test("what the phone changed since stands where the laptop had lost nothing of it", async () => {
  await phone.write({ kind: "person", id, set: { name: "Ana" } });
  await phone.runRound(onPhone.send);
  await laptop.runRound(onLaptop.send);
  await server.forget(async () => {
    await laptop.write({ kind: "person", id: laptop.newId(), set: { name: "Jo" } });
    await laptop.runRound(onLaptop.send);
  });
  await phone.write({ kind: "person", id, set: { name: "Anna" } });

  await meetAgain();

  expect((await laptop.find("person", id))?.body.name).toBe("Anna");
  await expectNothingLost(["Anna", "Ana"]);
});

test("a network that breaks while it asks how far both agree leaves everything for later", async () => {
  await server.forget(comeApart);
  await phone.runRound(onPhone.send);
  let calls = 0;
  const breaking: Send = async (round) => (++calls > 1 ? OFFLINE : onLaptop.send(round));

  expect(await laptop.runRound(breaking)).toMatchObject({ state: "offline" });
  await meetAgain();

  await expectNothingLost(["Ana", "climbs", "CTO"]);
});
