/** What Ada changes on a person's page is stored on her laptop, and what she deletes can be undone. */
import { expect, test } from "vitest";
import { device } from "../../cast";

async function adasLaptop() {
  const laptop = await device();
  const page = {
    ...(await import("../../../src/screens/people/person_query")),
    ...(await import("../../../src/screens/people/person_writes")),
  };
  const [ana, conversationId] = [laptop.newId(), laptop.newId()];
  await laptop.write(
    { kind: "person", id: ana, set: { name: "Ana" } },
    {
      kind: "conversation",
      id: conversationId,
      set: { person_ids: [ana], promise: "Send Li's number" },
    },
  );
  const whole = async () => {
    const found = await page.wholePerson(ana);
    if (!found) throw new Error("Ana is gone");
    return found;
  };
  return { laptop, page, ana, conversationId, whole };
}

test("a deleted person's conversation stays and keeps the name", async () => {
  const { laptop, page, ana, conversationId, whole } = await adasLaptop();

  await page.deletePerson(await whole());

  expect(await laptop.find("person", ana)).toBeUndefined();
  expect((await laptop.find("conversation", conversationId))?.body.who).toBe("Ana");
});

test("a promise without a day becomes a follow-up when it gets one", async () => {
  const { page, whole } = await adasLaptop();
  const [conversation] = (await whole()).conversations;
  if (!conversation) throw new Error("no conversation");

  await page.setPromiseDay(conversation, undefined, "2026-06-12");

  const { followUps } = await whole();
  expect(followUps.map(({ body }) => [body.what, body.due_on])).toEqual([
    ["Send Li's number", "2026-06-12"],
  ]);
});

test("a promise on an older card is open without a due day, until it is emptied there", async () => {
  const { page, whole } = await adasLaptop();
  const { followUps, conversations } = await whole();
  const [conversation] = conversations;
  if (!conversation) throw new Error("no conversation");
  expect(followUps.map(({ body }) => [body.what, body.due_on])).toEqual([
    ["Send Li's number", null],
  ]);

  await page.setPromise(conversation, followUps[0], "");

  expect((await whole()).followUps).toEqual([]);
});

test("a problem noted in a conversation becomes theirs, changes with it, and is deleted with it", async () => {
  const { laptop, page, conversationId, whole } = await adasLaptop();
  const conversation = async () => (await whole()).conversations[0] as never;
  const problem = async () => page.problemOfConversation(conversationId, (await whole()).problems);

  await page.setProblem(await conversation(), undefined, "audits");
  await page.setProblem(await conversation(), await problem(), "two audits");
  const [written, ...more] = (await whole()).problems;
  await page.deleteConversation(await conversation(), await problem());

  expect(written?.body).toMatchObject({ what: "two audits", conversation_id: conversationId });
  expect(more).toEqual([]);
  expect(await laptop.all("problem")).toEqual([]);
});

test("new words for a promise reach the follow-up made from it", async () => {
  const { page, whole } = await adasLaptop();
  const [conversation] = (await whole()).conversations;
  if (!conversation) throw new Error("no conversation");
  await page.setPromiseDay(conversation, undefined, "2026-06-12");
  const followUp = page.promiseOfConversation(conversation.id, (await whole()).followUps);

  await page.setPromise(conversation, followUp, "Call Li");

  const { conversations, followUps } = await whole();
  expect(conversations[0]?.body.promise).toBe("Call Li");
  expect(followUps[0]?.body.what).toBe("Call Li");
});

test("what is done is no longer open, and the newest conversation comes first", async () => {
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
