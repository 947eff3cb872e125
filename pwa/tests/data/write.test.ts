/** What is written on a device is kept, and goes to the server as few changes as possible. */
import { beforeEach, expect, test } from "vitest";
import { type Device, device, outboxOf, storedAt } from "../cast";

let phone: Device;
const ana = "0198c0de-0000-7000-8000-000000000001";

beforeEach(async () => {
  phone = await device();
});

test("each keystroke is kept, and all of them leave as one change", async () => {
  for (const name of ["A", "An", "Ana"]) {
    await phone.write({ kind: "person", id: ana, set: { name } });
  }

  expect((await phone.find("person", ana))?.body.name).toBe("Ana");
  expect(await outboxOf(phone)).toMatchObject([{ action: "set", set: { name: "Ana" } }]);
});

test("fields that were never set are read through their defaults and take no room", async () => {
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });

  expect((await phone.find("person", ana))?.body.emails).toEqual([]);
  expect((await storedAt(phone, "person", ana)).body).toEqual({ name: "Ana" });
});

test("text is put right on the way in, so that the server takes it", async () => {
  const typed = "Zoe\u0308 said\r\nyes\ud800\u0000";

  await phone.write({ kind: "person", id: ana, set: { notes: typed, emails: [typed] } });

  const { body } = await storedAt(phone, "person", ana);
  expect(body).toEqual({ notes: "Zoë said\nyes\ufffd", emails: ["Zoë said\nyes\ufffd"] });
});

test("a field set to null is cleared here and said to be cleared there", async () => {
  await phone.write({ kind: "person", id: ana, set: { name: "Ana", ring: "inner" } });

  await phone.write({ kind: "person", id: ana, set: { ring: null } });

  expect((await phone.find("person", ana))?.body.ring).toBeNull();
  expect((await outboxOf(phone))[0]?.set).toEqual({ name: "Ana", ring: null });
});

test("what was made and deleted before it was sent leaves nothing to send", async () => {
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });

  await phone.write({ kind: "person", id: ana, action: "delete" });

  expect(await outboxOf(phone)).toEqual([]);
  expect(await phone.people()).toEqual([]);
});

test("undo brings it back whole, without a network", async () => {
  await phone.write({ kind: "person", id: ana, set: { name: "Ana", notes: "climbs" } });
  await phone.write({ kind: "person", id: ana, action: "delete" });

  await phone.write({ kind: "person", id: ana, action: "restore" });

  expect((await phone.find("person", ana))?.body).toMatchObject({ name: "Ana", notes: "climbs" });
  expect((await outboxOf(phone))[0]?.set).toEqual({ name: "Ana", notes: "climbs" });
});

test("several writes are stored together", async () => {
  const note = phone.newId();

  await phone.write(
    { kind: "person", id: ana, set: { name: "Ana" } },
    {
      kind: "conversation",
      id: note,
      set: { person_ids: [ana], captured_at: "2026-05-01T19:00:00Z" },
    },
  );

  expect(await phone.conversationsWith(ana)).toHaveLength(1);
  expect(await phone.countUnsyncedByKind()).toEqual({ person: 1, conversation: 1 });
});

test("a write that the device cannot keep is refused as a whole, so that the form can say so", async () => {
  const unkeepable = { notes: (() => "no text") as unknown as string };

  const both = phone.write(
    { kind: "person", id: ana, set: { name: "Ana" } },
    { kind: "person", id: phone.newId(), set: unkeepable },
  );

  await expect(both).rejects.toThrow();
  expect(await phone.people()).toEqual([]);
  expect(await outboxOf(phone)).toEqual([]);
});

test("a connection that the browser closed is opened again at the next write", async () => {
  (await phone.db()).close();

  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });

  expect(await phone.people()).toHaveLength(1);
});
