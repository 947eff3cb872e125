/** A draft is kept as it is typed until it was sent, which is logged as a message of mine. */
import { expect, test } from "vitest";
import { device } from "../../cast";

const NOW = new Date("2026-06-05T12:00:00.000Z");

async function adasPhone() {
  const phone = await device();
  const { saveDraft, logSent } = await import("../../../src/screens/drafts/sent");
  const { wholeDraft } = await import("../../../src/screens/drafts/draft_query");
  const ana = phone.newId();
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });
  const person = async () => {
    const found = await wholeDraft(ana, null);
    if (!found) throw new Error("Ana is gone");
    return found.person;
  };
  await saveDraft(await person(), "Hello Ana");
  return { phone, person, logSent };
}

test("sent, it is a message of mine, and the draft is gone", async () => {
  const { phone, person, logSent } = await adasPhone();
  expect((await person()).body.draft).toBe("Hello Ana");

  await logSent(await person(), NOW);

  const [logged] = await phone.all("conversation");
  expect(logged?.body).toMatchObject({ channel: "message", begun_by: "me" });
  expect(logged?.body.happened_at).toBe(NOW.toISOString());
  expect((await person()).body.draft).toBe("");
});

test("sent within two weeks of a message of theirs, it is the answer to that", async () => {
  const { phone, person, logSent } = await adasPhone();
  const { id } = await person();
  const theirs = { channel: "message" as const, begun_by: "them" as const };
  const happened_at = "2026-06-01T12:00:00.000Z";
  const set = { person_ids: [id], captured_at: happened_at, happened_at, ...theirs };
  await phone.write({ kind: "conversation", id: phone.newId(), set });

  await logSent(await person(), NOW);

  const [answered, ...others] = await phone.all("conversation");
  expect(answered?.body).toMatchObject({ ...theirs, answered_at: NOW.toISOString() });
  expect(others).toEqual([]);
});

test("taken back, nothing is logged and the draft is as it was typed", async () => {
  const { phone, person, logSent } = await adasPhone();

  const takeBack = await logSent(await person(), NOW);
  await takeBack();

  expect(await phone.all("conversation")).toEqual([]);
  expect((await person()).body.draft).toBe("Hello Ana");
});
