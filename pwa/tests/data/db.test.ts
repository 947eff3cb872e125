/** A newer build finds a place for kinds that an older one did not know, without losing or blocking anything. */
import { openDB } from "idb";
import { expect, test } from "vitest";
import { ADA, device, storedAt } from "../cast";

const fair = "0198c0de-0000-7000-8000-000000000003";

/** Take the store of events away, as if this database had been made before there were any. */
async function withoutEvents() {
  const old = await device();
  await old.write({ kind: "event", id: fair, set: { name: "Fair" } });
  const stored = await (await old.db()).get("event", fair);
  const { version } = await old.db();
  const database = await openDB("earshot", version + 1, {
    upgrade: (being) => being.deleteObjectStore("event"),
  });
  if (stored) await database.put("other", stored);
  return { database, old };
}

test("records of a kind that is new to this build are found in their own store", async () => {
  const { database, old } = await withoutEvents();
  database.close();

  const found = await old.find("event", fair);

  expect(found?.body.name).toBe("Fair");
  expect(await (await old.db()).getAll("other")).toEqual([]);
});

test("an index that is new to this build is made, and holds what was stored before", async () => {
  const old = await device();
  const talk = old.newId();
  await old.write({ kind: "problem", id: fair, set: { conversation_id: talk, what: "audits" } });
  const { version } = await old.db();
  const database = await openDB("earshot", version + 1, {
    upgrade: (_being, _from, _to, upgrading) => {
      upgrading.objectStore("problem").deleteIndex("conversation_id");
    },
  });
  database.close();

  const newer = await device(undefined, old.disk);

  expect(await newer.findByIndex("problem", "conversation_id", talk)).toMatchObject([{ id: fair }]);
});

test("an older page that is still open lets the newer one in, and goes on writing", async () => {
  const page = await device();
  const { version } = await page.db();

  const newer = await openDB("earshot", version + 1);
  await page.write({ kind: "event", id: fair, set: { name: "Fair" } });

  expect(newer.version).toBe(version + 1);
  expect((await page.find("event", fair))?.body.name).toBe("Fair");
  newer.close();
});

/** A store of the database as it was made: it is not there any more in a new one. */
async function addMark() {
  const before = await openDB("earshot");
  before.close();
  const marked = await openDB("earshot", before.version + 1, {
    upgrade: (being) => void being.createObjectStore("mark"),
  });
  marked.close();
}

test("after a sign-out the next start makes a new database, and still ends the session first", async () => {
  const phone = await device(ADA);
  await phone.write({ kind: "event", id: fair, set: { name: "Fair" } });
  await phone.wipeDevice({ signOutLater: true });
  (await phone.db()).close();
  await addMark();

  const next = await device(undefined, phone.disk);

  expect([...(await next.db()).objectStoreNames]).not.toContain("mark");
  expect(await next.isSignOutPending()).toBe(true);
});

test("what was written after a sign-out is kept at the next start", async () => {
  const phone = await device(ADA);
  await phone.wipeDevice();
  await phone.write({ kind: "event", id: fair, set: { name: "Fair" } });

  const next = await device(undefined, phone.disk);

  expect((await storedAt(next, "event", fair)).body).toEqual({ name: "Fair" });
});
