/** Queries read what they return, and not everything that waits to be sent. */
import { expect, test } from "vitest";
import { type Device, device } from "../cast";
import { rowsReadBy } from "./reads";

const WAITING = 40;

async function longOffline() {
  const phone = await device();
  const ids = Array.from({ length: WAITING }, phone.newId);
  await phone.write(
    ...ids.map((id, at) => ({ kind: "person" as const, id, set: { name: `Person ${at}` } })),
  );
  return { phone, ids, first: ids[0] as string };
}

async function accept({ db }: Device, id: string) {
  const database = await db();
  for (const order of await database.getAllKeysFromIndex("outbox", "id", id)) {
    await database.delete("outbox", order);
  }
}

test("one record is read without the changes that wait for others", async () => {
  const { phone, first } = await longOffline();

  const rows = await rowsReadBy(() => phone.find("person", first));

  expect(rows).toEqual({ person: 1 });
});

test("a list reads what waits once", async () => {
  const { phone } = await longOffline();

  const rows = await rowsReadBy(() => phone.people());

  expect(rows).toEqual({ person: WAITING, outbox: WAITING });
});

test("each record says whether it waits, alone and in a list", async () => {
  const { phone, ids, first } = await longOffline();

  await accept(phone, first);

  expect((await phone.find("person", first))?.unsynced).toBe(false);
  expect((await phone.find("person", ids[1] as string))?.unsynced).toBe(true);
  const few = await phone.findAll("person", ids.slice(0, 3));
  expect(few.map(({ unsynced }) => unsynced)).toEqual([false, true, true]);
  const all = await phone.findAll("person", ids);
  expect(all.map(({ unsynced }) => unsynced)).toEqual(ids.map((id) => id !== first));
});

test("the names of many people need no more than one look at what waits", async () => {
  const { ids } = await longOffline();
  const { namesOf } = await import("../../src/data/names");

  const rows = await rowsReadBy(() => namesOf([...ids, ...ids]));

  expect(rows).toEqual({ person: WAITING, outbox: WAITING });
});

test("a blank record looks like one that was found", async () => {
  const { phone, first } = await longOffline();

  const found = await phone.find("person", first);

  expect(phone.blankRecord("person", first)).toEqual({
    ...found,
    body: { ...found?.body, name: "" },
    unsynced: false,
  });
});
