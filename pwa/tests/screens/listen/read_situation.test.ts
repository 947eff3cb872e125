/** What the choice of a prompt reads from the records of a device. */

import { beforeEach, expect, test } from "vitest";
import { FAIR, NOW, talkingPhone } from "./stage";

let phone: Awaited<ReturnType<typeof talkingPhone>>;
let ana: string;

beforeEach(async () => {
  phone = await talkingPhone();
  ana = await phone.made("person", { name: "Ana Costa" });
  await phone.made("event", { name: "Fjord fair", goal: "hire a grower" }, FAIR);
});

async function known() {
  const { people } = await phone.readSituation(await phone.talkWith(ana), 0, NOW);
  return people[0];
}

test("of somebody just met nothing is known", async () => {
  expect(await known()).toMatchObject({
    name: "Ana Costa",
    earlier_conversations_count: 0,
    last_notes: "",
    has_unsolved_problem: false,
    promise: null,
    reachable: false,
  });
});

test("talks count as talks, messages do not, and neither does the card of this talk", async () => {
  const talk = await phone.talkWith(ana);
  const told = { person_ids: [ana], captured_at: "2026-05-01T18:00:00.000Z" };
  await phone.made("conversation", { ...told, notes: "Did the visa come through?" });
  await phone.made("conversation", { ...told, channel: "message", notes: "Sent the deck?" });
  await phone.made("conversation", { ...told, notes: "Just now" }, talk.card_id);

  const { people } = await phone.readSituation(talk, 0, NOW);

  expect(people[0]?.earlier_conversations_count).toBe(1);
  expect(people[0]?.last_conversation_on).toBe("2026-05-01");
  expect(people[0]?.last_notes).toContain("visa");
});

test("a problem is known until it is solved, whether it stands on a card or in a record", async () => {
  const told = { person_ids: [ana], captured_at: "2026-05-01T18:00:00.000Z" };
  const card = await phone.made("conversation", { ...told, problem: "Drowning in audits" });
  expect((await known())?.has_unsolved_problem).toBe(true);

  const problem = { ...told, conversation_id: card, what: "Drowning in audits" };
  await phone.made("problem", { ...problem, solved_at: "2026-05-02T18:00:00.000Z" });
  expect((await known())?.has_unsolved_problem).toBe(false);

  await phone.made("problem", { ...told, what: "No deck" });
  expect((await known())?.has_unsolved_problem).toBe(true);
});

test("a promise is open, then kept; what they owe is none of mine", async () => {
  await phone.made("follow_up", { person_ids: [ana], owed_by: "them", what: "Her slides" });
  expect((await known())?.promise).toBeNull();

  const id = await phone.made("follow_up", { person_ids: [ana], what: "Send the deck" });
  expect((await known())?.promise).toBe("open");

  await phone.made("follow_up", { done_at: "2026-05-02T18:00:00.000Z" }, id);
  expect((await known())?.promise).toBe("kept");
});

test("an address or a number makes somebody reachable", async () => {
  await phone.made("person", { phones: ["+47 900 12 345"] }, ana);

  expect((await known())?.reachable).toBe(true);
});

test("names are those that the open questions may contain", async () => {
  await phone.made("person", { name: "Bo Lund" });
  await phone.made("person", { name: "Li Wen" });
  const notes = "Bo still selling the greenhouse?";
  await phone.made("conversation", { person_ids: [ana], notes });

  const situation = await phone.readSituation(await phone.talkWith(ana), 0, NOW);

  expect(situation.names).toContain("Bo Lund");
  expect(situation.names).not.toContain("Li Wen");
  expect(phone.choose(situation).prompt.text).toBe("Ask about last time: selling greenhouse");
});

test("a date in their life that has passed is asked about", async () => {
  const told = { person_ids: [ana], captured_at: "2026-05-01T18:00:00.000Z" };
  const theirs = { their_day_on: "2026-05-11", their_day_what: "interview" };
  await phone.made("conversation", { ...told, ...theirs });

  expect((await phone.show(await phone.talkWith(ana))).prompt.text).toBe(
    "Ask how it went: interview",
  );
});

test("a kind of person brings its own question", async () => {
  const question = "What do you look for?";
  await phone.made("target", { event_id: FAIR, who: "somebody who hires", question });
  const [kind] = await phone.likelyPeople(FAIR);
  const talk = { ...(await phone.talkWith()), people: kind ? [kind] : [] };

  expect((await phone.show(talk)).prompt.text).toBe(question);
});
