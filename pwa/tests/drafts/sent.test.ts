/** A draft is kept as it is typed until it was sent, which is logged as a message of mine. */
import { expect, test } from "vitest";
import { device } from "../cast";

const NOW = new Date("2026-06-05T12:00:00.000Z");

async function adasPhone() {
  const phone = await device();
  const { keepDraft, logSent } = await import("../../src/drafts/sent");
  const { toWrite } = await import("../../src/drafts/draft_query");
  const ana = phone.newId();
  await phone.write({ kind: "person", id: ana, set: { name: "Ana" } });
  const person = async () => {
    const found = await toWrite(ana, null);
    if (!found) throw new Error("Ana is gone");
    return found.person;
  };
  await keepDraft(await person(), "Hello Ana");
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

test("taken back, nothing is logged and the draft is as it was typed", async () => {
  const { phone, person, logSent } = await adasPhone();

  const takeBack = await logSent(await person(), NOW);
  await takeBack();

  expect(await phone.all("conversation")).toEqual([]);
  expect((await person()).body.draft).toBe("Hello Ana");
});
