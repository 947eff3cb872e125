/** A record that a device cannot keep is set aside: it is named, and everything after it arrives. */
import { beforeEach, expect, test } from "vitest";
import type { News, Send } from "../../src/sync/protocol";
import { ADA, type Device, device } from "../cast";
import { ServerModel } from "./server_model";

const HOSTILE = [
  ...Object.getOwnPropertyNames(Object.prototype),
  "prototype",
  "",
  "x".repeat(10_000),
] as const;
const ana = "0198c0de-0000-7000-8000-000000000001";
const odd = "0198c0de-0000-7000-8000-000000000002";
const ben = "0198c0de-0000-7000-8000-000000000003";
let server: ServerModel;
let laptop: Device;
let odder: (news: News) => unknown;
const send: Send = async (round) => {
  const answer = server.answer(round);
  if (!answer.ok) return answer;
  const records = answer.body.records.map((news) => (news.id === odd ? odder(news) : news));
  return { ...answer, body: { ...answer.body, records: records as News[] } };
};

beforeEach(async () => {
  server = new ServerModel(ADA.id);
  laptop = await device(ADA);
  odder = (news) => news;
});

/** Store a record of another device at the server, between those of two people. */
function sent(record: Partial<News>): void {
  const news = [
    { kind: "person", id: ana, body: { name: "Ana" } },
    { kind: "person", id: odd, body: {}, ...record },
    { kind: "person", id: ben, body: { name: "Ben" } },
  ];
  for (const one of news) {
    server.head += 1;
    server.records.set(one.id, { deleted_at: null, ...one, seq: server.head });
  }
}

async function names(): Promise<string[]> {
  return (await laptop.people()).map(({ body }) => body.name);
}

test.each(HOSTILE)(
  "a kind named %j is kept with the others, and passed on by the export",
  async (kind) => {
    sent({ kind, body: { name: "odd" } });

    expect(await laptop.runRound(send)).toMatchObject({ state: "synced" });

    expect(await names()).toEqual(["Ana", "Ben"]);
    expect(await laptop.recordsSetAside()).toEqual([]);
    const { records } = await laptop.exportEverything(new Date());
    expect(records).toContainEqual({ kind, id: odd, body: { name: "odd" } });
  },
);

test.each(HOSTILE)("a field named %j stays the field of its record", async (field) => {
  const body = JSON.parse(JSON.stringify({ name: "odd" }).replace("name", field));
  sent({ body });
  await laptop.runRound(send);

  await laptop.write({ kind: "person", id: odd, set: { name: "Odd" } });
  await laptop.runRound(send);

  const { records } = await laptop.exportEverything(new Date());
  const kept = records.find(({ id }) => id === odd)?.body ?? {};
  expect(Object.entries(kept)).toContainEqual([field, "odd"]);
  expect(server.records.get(odd)?.body.name).toBe("Odd");
});

test.each<[string, (news: News) => unknown]>([
  ["a body that is no object", (news) => ({ ...news, body: "text" })],
  ["a list as its body", (news) => ({ ...news, body: [1] })],
  ["no seq", (news) => ({ ...news, seq: null })],
  ["other values that are no list", (news) => ({ ...news, kept: { name: 1 } })],
  ["a value that the database refuses", (news) => ({ ...news, body: { name: () => 1 } })],
])("%s is set aside, and everything after it arrives", async (_words, made) => {
  sent({});
  odder = made;

  expect(await laptop.runRound(send)).toMatchObject({ state: "synced" });

  expect(await names()).toEqual(["Ana", "Ben"]);
  expect(await laptop.recordsSetAside()).toMatchObject([{ kind: "person", id: odd }]);
});

test("even what is no record at all holds nothing up", async () => {
  sent({});
  odder = () => null;

  expect(await laptop.runRound(send)).toMatchObject({ state: "synced" });

  expect(await names()).toEqual(["Ana", "Ben"]);
  expect(await laptop.recordsSetAside()).toHaveLength(1);
});

test("what was set aside is pulled again when the app starts, and kept if it can be", async () => {
  sent({ body: { name: "Odd" } });
  odder = (news) => ({ ...news, body: 7 });
  await laptop.runRound(send);
  await laptop.write({ kind: "person", id: ana, set: { name: "Anna" } });
  await laptop.runRound(send);

  await laptop.pullSetAsideAgain();
  await laptop.runRound(send);
  expect(await laptop.recordsSetAside()).toHaveLength(1);
  odder = (news) => news;
  await laptop.pullSetAsideAgain();
  await laptop.runRound(send);

  expect(await laptop.recordsSetAside()).toEqual([]);
  expect(await names()).toEqual(["Anna", "Ben", "Odd"]);
});

test("pulling again does not undo what was typed and not sent yet", async () => {
  sent({});
  odder = (news) => ({ ...news, body: 7 });
  await laptop.runRound(send);
  await laptop.write({ kind: "person", id: ana, set: { name: "Anna" } });

  await laptop.pullSetAsideAgain();
  await laptop.runRound(send);

  expect(await names()).toEqual(["Anna", "Ben"]);
  expect(server.records.get(ana)?.body.name).toBe("Anna");
});

test("a newer state that can be kept takes the place of what was set aside", async () => {
  sent({});
  odder = (news) => ({ ...news, body: 7 });
  await laptop.runRound(send);
  odder = (news) => news;
  server.head += 1;
  const renewed = { kind: "person", id: odd, seq: server.head, body: { name: "Odd" } };
  server.records.set(odd, { ...renewed, deleted_at: null });

  await laptop.runRound(send);

  expect(await laptop.recordsSetAside()).toEqual([]);
  expect(await names()).toEqual(["Ana", "Ben", "Odd"]);
});
