/** What Ada changes on a person's page lies on her laptop, and what she deletes can come back. */
import { expect, test } from "vitest";
import { device } from "../../cast";

async function adasLaptop() {
  const laptop = await device();
  const page = {
    ...(await import("../../../src/screens/people/person_query")),
    ...(await import("../../../src/screens/people/person_writes")),
    ...(await import("../../../src/screens/people/conversation_writes")),
  };
  const [ana, talk] = [laptop.newId(), laptop.newId()];
  await laptop.write(
    { kind: "person", id: ana, set: { name: "Ana" } },
    { kind: "conversation", id: talk, set: { person_ids: [ana], promise: "Send Li's number" } },
  );
  const whole = async () => {
    const found = await page.wholePerson(ana);
    if (!found) throw new Error("Ana is gone");
    return found;
  };
  return { laptop, page, ana, talk, whole };
}

test("a deleted person's conversation stays and keeps the name", async () => {
  const { laptop, page, ana, talk, whole } = await adasLaptop();

  await page.deletePerson(await whole());

  expect(await laptop.find("person", ana)).toBeUndefined();
  expect((await laptop.find("conversation", talk))?.body.who).toBe("Ana");
});

test("a promise without a day becomes a follow-up when it gets one", async () => {
  const { page, whole } = await adasLaptop();
  const [talk] = (await whole()).conversations;
  if (!talk) throw new Error("no conversation");

  await page.setPromiseDay(talk, undefined, "2026-06-12");

  const { followUps } = await whole();
  expect(followUps.map(({ body }) => [body.what, body.due_on])).toEqual([
    ["Send Li's number", "2026-06-12"],
  ]);
});

test("a promise on an older card is owed without a day, until it is emptied there", async () => {
  const { page, whole } = await adasLaptop();
  const { followUps, conversations } = await whole();
  const [talk] = conversations;
  if (!talk) throw new Error("no conversation");
  expect(followUps.map(({ body }) => [body.what, body.due_on])).toEqual([
    ["Send Li's number", null],
  ]);

  await page.setPromise(talk, followUps[0], "");

  expect((await whole()).followUps).toEqual([]);
});

test("a problem written on a conversation is theirs, follows its words, and goes with it", async () => {
  const { laptop, page, talk, whole } = await adasLaptop();
  const conversation = async () => (await whole()).conversations[0] as never;
  const problem = async () => page.problemOf(talk, (await whole()).problems);

  await page.setProblem(await conversation(), undefined, "audits");
  await page.setProblem(await conversation(), await problem(), "two audits");
  const [written, ...more] = (await whole()).problems;
  await page.deleteConversation(await conversation(), await problem());

  expect(written?.body).toMatchObject({ what: "two audits", conversation_id: talk });
  expect(more).toEqual([]);
  expect(await laptop.all("problem")).toEqual([]);
});

test("new words for a promise reach the follow-up that it became", async () => {
  const { page, whole } = await adasLaptop();
  const [talk] = (await whole()).conversations;
  if (!talk) throw new Error("no conversation");
  await page.setPromiseDay(talk, undefined, "2026-06-12");
  const followUp = page.promiseOf(talk.id, (await whole()).followUps);

  await page.setPromise(talk, followUp, "Call Li");

  const { conversations, followUps } = await whole();
  expect(conversations[0]?.body.promise).toBe("Call Li");
  expect(followUps[0]?.body.what).toBe("Call Li");
});

test("what is done is no longer owed, and the newest conversation comes first", async () => {
  const { laptop, page, ana, whole } = await adasLaptop();
  const done_at = "2026-06-11T10:00:00.000Z";
  const set = { owed_by: "them" as const, person_ids: [ana], what: "Slides", done_at };
  const later = { person_ids: [ana], captured_at: done_at, problem: "Audits" };

  await laptop.write(
    { kind: "follow_up", id: laptop.newId(), set },
    { kind: "conversation", id: laptop.newId(), set: later },
  );

  const { conversations, followUps } = await whole();
  expect(page.splitFollowUps("them", followUps).open).toEqual([]);
  expect(page.splitFollowUps("them", followUps).closed).toHaveLength(1);
  expect(conversations[0]?.body.problem).toBe("Audits");
});
