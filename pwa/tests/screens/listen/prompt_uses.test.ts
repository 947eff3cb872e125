/** Recorded uses of prompts: a prompt that was shown is not shown again, also to people named later. */
import { beforeEach, expect, test } from "vitest";
import { addCounters, noCounters } from "../../../src/domain/prompts/learning";
import { wordings } from "../../../src/domain/prompts/wordings";
import { NOW, talkingPhone } from "./stage";

let phone: Awaited<ReturnType<typeof talkingPhone>>;
let ana: string;

beforeEach(async () => {
  phone = await talkingPhone();
  ana = await phone.made("person", { name: "Ana" });
});

test("a talk opened again shows the same prompt, and is one use", async () => {
  const talk = await phone.talkWith();

  const first = await phone.show(talk);
  const again = await phone.show(talk, await phone.countSwipes(talk.card_id));

  expect(again).toEqual(first);
  expect(await phone.all("prompt_use")).toHaveLength(1);
});

test("a first meeting opens with an open question; the swipe asks for their problem", async () => {
  const talk = await phone.talkWith();

  const first = await phone.show(talk);
  await phone.recordSwiped(talk.card_id, 0);
  const second = await phone.show(talk, await phone.countSwipes(talk.card_id));

  expect([first.family, second.family]).toEqual(["open", "their_problem"]);
  const [one, other] = (await phone.all("prompt_use")).map(({ body }) => body.swiped_at);
  expect([one, other].filter(Boolean)).toHaveLength(1);
});

test("choosing somebody just met keeps the prompt, and the use becomes theirs", async () => {
  const talk = await phone.talkWith();
  const first = await phone.show(talk);

  const named = await phone.show({ ...(await phone.talkWith(ana)), card_id: talk.card_id });

  expect(named).toEqual(first);
  const uses = await phone.all("prompt_use");
  expect(uses.map(({ body }) => body.person_ids)).toEqual([[ana]]);
});

test("a prompt counts for whoever is named on the card later", async () => {
  const talk = await phone.talkWith();
  const { prompt } = await phone.show(talk);
  await phone.made("conversation", { person_ids: [ana], line: "Ana" }, talk.card_id);

  const { history } = await phone.readSituation(await phone.talkWith(ana), 0, NOW);
  expect(history).toMatchObject([{ prompt_id: prompt.id, person_ids: [ana] }]);

  await phone.addPeopleLater(NOW);
  const [use] = await phone.findByIndex("prompt_use", "person_ids", ana);
  expect(use?.body.prompt_id).toBe(prompt.id);
});

test("nobody is shown the same prompt twice, also months later", async () => {
  const shown: string[] = [];
  for (let month = 1; month <= 9; month++) {
    const at = new Date(`2026-0${month}-12T18:00:00.000Z`);
    const { prompt, family } = await phone.show(await phone.talkWith(ana), 0, at);
    if (family !== "pause") shown.push(prompt.id);
  }

  expect(new Set(shown).size).toBe(shown.length);
});

test("an own prompt is offered, a shipped one that is switched off is not", async () => {
  await phone.savePrompt("Which tree would you plant?", "open", undefined);
  const shipped = wordings.filter(({ family }) => family === "open");
  for (const { id } of shipped) await phone.switchPrompt(id, "off");

  expect((await phone.show(await phone.talkWith())).prompt.text).toBe(
    "Which tree would you plant?",
  );

  const [first] = shipped;
  if (!first) throw new Error("a shipped wording");
  await phone.switchPrompt(first.id, "on");
  expect(await phone.readOffPrompts()).not.toContain(first.id);
});

test("uses of two devices add up, and what was counted is there for the next talk", async () => {
  const talk = await phone.talkWith(ana);
  const { prompt } = await phone.show(talk);
  const card = { person_ids: [ana], problem: "Drowning", captured_at: "2026-05-12T18:20:00.000Z" };
  await phone.made("conversation", card, talk.card_id);

  const counters = await phone.countPromptResults(new Date("2026-05-14T18:00:00.000Z"));

  expect(counters[prompt.style]).toEqual({ uses: 1, successes: 1, failures: 0 });
  expect((await phone.readSituation(talk, 0, NOW)).counters).toEqual(counters);
  expect(addCounters(counters, noCounters())).toEqual(counters);
});
