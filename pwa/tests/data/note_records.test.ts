/** What an older card says without a record is shown alike, and becomes a record when it is touched. */
import { expect, test } from "vitest";
import { device } from "../cast";

async function adasPhone() {
  const phone = await device();
  const cards = await import("../../src/data/note_records");
  const talk = phone.newId();
  const set = { problem: "audits", promise: "Call", person_ids: [phone.newId()] };
  await phone.write({ kind: "conversation", id: talk, set });
  const problems = async () => {
    const [conversations, records] = [await phone.all("conversation"), await phone.all("problem")];
    return [...records, ...(await cards.problemsOnCards(conversations, records))];
  };
  const only = async () => {
    const [problem, ...more] = await problems();
    if (!problem || more.length > 0) throw new Error("not one problem");
    return problem;
  };
  return { phone, cards, talk, set, problems, only };
}

test("a problem on an older card is shown as the record that it becomes", async () => {
  const { phone, cards, talk, set, only } = await adasPhone();

  const problem = await only();

  expect(cards.isOnCardOnly(problem)).toBe(true);
  expect(problem.body).toMatchObject({ what: "audits", person_ids: set.person_ids });
  expect(problem.body.conversation_id).toBe(talk);
  expect(await phone.all("problem")).toEqual([]);
});

test("touched, it is a whole record; taken back, it stands on the card only", async () => {
  const { phone, cards, talk, set, only } = await adasPhone();

  const takeBack = await cards.editRecord(await only(), { solved_at: "2026-06-02T15:00:00.000Z" });
  const [record] = await phone.all("problem");
  await takeBack();

  expect(record?.body).toEqual({
    what: "audits",
    person_ids: set.person_ids,
    conversation_id: talk,
    captured_at: null,
    solved_at: "2026-06-02T15:00:00.000Z",
  });
  expect(cards.isOnCardOnly(await only())).toBe(true);
});

test("removed, it leaves its card too and stays away; taken back, both are as before", async () => {
  const { phone, cards, talk, problems, only } = await adasPhone();
  await cards.editRecord(await only(), { what: "audits, again" });

  const takeBack = await cards.removeRecord(await only());
  expect(await problems()).toEqual([]);
  expect((await phone.find("conversation", talk))?.body.problem).toBe("");
  await takeBack();

  expect((await only()).body.what).toBe("audits, again");
  expect((await phone.find("conversation", talk))?.body.problem).toBe("audits");
});

test("a promise with a day whose record was deleted does not come back from its card", async () => {
  const { phone, cards, talk } = await adasPhone();
  const promises = async () => cards.promisesOnCards(await phone.all("conversation"), []);
  expect(await promises()).toHaveLength(1);

  await phone.write({ kind: "conversation", id: talk, set: { promise_due_on: "2026-06-05" } });

  expect(await promises()).toEqual([]);
});
