/** Logging contacts and acting on nudges, on the real storage of a phone. */
import { beforeEach, expect, test } from "vitest";
import { ADA, device } from "../../cast";

const ANA = "0198c0de-0000-7000-8000-0000000000a1";
const LI = "0198c0de-0000-7000-8000-0000000000a2";
const DAY = 86_400_000;

let phone: Awaited<ReturnType<typeof started>>;

async function started() {
  const parts = await device(ADA);
  return {
    ...parts,
    ...(await import("../../../src/components/contact_log/contact")),
    ...(await import("../../../src/components/contact_log/nudge_actions")),
    ...(await import("../../../src/data/open_nudges")),
    ...(await import("../../../src/data/ties")),
    ...(await import("../../../src/domain/warmth/warmth")),
  };
}

function daysAgo(days: number): string {
  return new Date(Date.now() - days * DAY).toISOString();
}

beforeEach(async () => {
  phone = await started();
  await phone.write(
    { kind: "person", id: ANA, set: { name: "Ana", ring: "inner", captured_at: daysAgo(90) } },
    { kind: "person", id: LI, set: { name: "Li", ring: "inner", captured_at: daysAgo(90) } },
  );
});

test("somebody out of touch for a whole rhythm is suggested until a contact is logged", async () => {
  expect(await names()).toEqual(["Ana", "Li"]);

  const undo = await phone.logContact([ANA], call());

  expect(await names()).toEqual(["Li"]);
  await undo();
  expect(await names()).toEqual(["Ana", "Li"]);
});

test("one contact is logged with several people, on a day of the past", async () => {
  const at = daysAgo(3);

  await phone.logContact([ANA, LI], { ...call(), happened_at: at });

  for (const id of [ANA, LI]) {
    const tie = await phone.tieWith(id);
    expect(tie?.contacts).toEqual([{ at, channel: "call", begun_by: null, answered_at: null }]);
  }
});

test("what they write after my message is its answer", async () => {
  await phone.logContact([ANA], message("me", daysAgo(2)));

  const undo = await phone.logContact([ANA], message("them", daysAgo(1)));

  const [conversation, ...others] = await phone.conversationsWith(ANA);
  expect(others).toEqual([]);
  expect(conversation?.body).toMatchObject({ begun_by: "me", answered_at: expect.any(String) });
  await undo();
  expect((await phone.conversationsWith(ANA))[0]?.body.answered_at).toBeNull();
});

test.each([
  ["three weeks later", () => phone.logContact([ANA], message("me", daysAgo(21)))],
  ["to somebody else", () => phone.logContact([LI], message("me", daysAgo(2)))],
  ["to several", () => phone.logContact([ANA, LI], message("me", daysAgo(2)))],
])("what they write %s is a message of its own", async (_, before) => {
  await before();

  await phone.logContact([ANA], message("them", daysAgo(0)));

  const written = (await phone.conversationsWith(ANA)).map(({ body }) => body.begun_by);
  expect(written).toContain("them");
});

test.each([
  ["postponed", () => phone.postponeNudge(ANA, "2999-01-01")],
  ["skipped", () => phone.skipNudge(ANA)],
])("a nudge that was %s is not open any more, and that can be undone", async (_, answer) => {
  const undo = await answer();

  expect(await names()).toEqual(["Li"]);
  await undo();
  expect(await names()).toEqual(["Ana", "Li"]);
});

test("a date in their life that is near comes before a longer silence", async () => {
  const set = { person_ids: [LI], captured_at: daysAgo(80), their_day_on: daysAgo(1).slice(0, 10) };

  await phone.write({ kind: "conversation", id: phone.newId(), set });

  expect(await names()).toEqual(["Li", "Ana"]);
});

test("a person whom I owe something comes first", async () => {
  const set = { owed_by: "me" as const, what: "the deck", person_ids: [LI] };

  await phone.write({ kind: "follow_up", id: phone.newId(), set });

  expect(await names()).toEqual(["Li", "Ana"]);
});

test("everybody read at once is as warm as each read alone", async () => {
  await phone.logContact([ANA, LI], call());
  await phone.postponeNudge(LI, "2026-12-24");

  const ties = await phone.allTies();

  expect(ties.map(({ person }) => person.body.name)).toEqual(["Ana", "Li"]);
  for (const { person, tie } of ties) expect(tie).toEqual(await phone.tieWith(person.id));
});

async function names(): Promise<string[]> {
  return (await phone.openNudges(new Date())).map(({ person }) => person.body.name);
}

function call() {
  return { channel: "call", begun_by: null, happened_at: daysAgo(0) } as const;
}

function message(begun_by: "me" | "them", happened_at: string) {
  return { channel: "message", begun_by, happened_at } as const;
}
