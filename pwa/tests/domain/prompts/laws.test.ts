/** The laws of the prompts, on talks of every kind. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Choice, choose } from "../../../src/domain/prompts/choose";
import { questionsIn } from "../../../src/domain/prompts/open_question";
import { countIfTooLong, families, mostWords, shorten } from "../../../src/domain/prompts/prompt";
import type { PersonInConversation, PromptUse } from "../../../src/domain/prompts/situation";
import { wordings } from "../../../src/domain/prompts/wordings";
import { busyMilliseconds } from "../../busy";
import { ana, seeded, talk } from "./talks";

const someone: fc.Arbitrary<PersonInConversation> = fc.record({
  person_id: fc.constantFrom("ana", "ben", "li", null),
  target_id: fc.constantFrom("t1", null),
  name: fc.constantFrom("Ana Costa", "Ben Okafor", ""),
  earlier_conversations_count: fc.nat(3),
  last_conversation_on: fc.constantFrom("2026-04-01", null),
  last_notes: fc.constantFrom("", "Did Li move? And the visa, has it come at long last, by now?"),
  their_dates: fc.constantFrom(
    [],
    [{ what: "a long week of interviews up north", on: "2026-05-02" }],
  ),
  has_unsolved_problem: fc.boolean(),
  promise: fc.constantFrom("open", "kept", null),
  reachable: fc.boolean(),
});
const targets = [
  { id: "t1", person_id: "ben", question: "How many of your old trees came through the frost?" },
];
const evening = fc.record({
  seed: fc.integer(),
  goal: fc.constantFrom("", "hire a grower", "find an investor"),
  talks: fc.array(fc.record({ people: fc.array(someone, { maxLength: 3 }), shown: fc.nat(2) }), {
    maxLength: 40,
  }),
  off: fc.subarray(wordings.map(({ id }) => id)),
});

interface Shown extends PromptUse {
  choice: Choice;
}

function live({ seed, goal, talks, off }: ReturnType<typeof evening.generate>["value"]): Shown[] {
  const history: Shown[] = [];
  const draw = seeded(seed);
  const event = { id: "fair", goal, targets };
  talks.forEach(({ people, shown }, at) => {
    const card = { id: `card ${at}`, problem: "", promise: "" };
    const person_ids = people.flatMap(({ person_id }) => person_id ?? []);
    for (let swipe = 0; swipe <= shown; swipe++) {
      const choice = choose(talk({ event, people, card, history, off, draw }));
      const { id: prompt_id, family, style } = choice.prompt;
      history.push({
        prompt_id,
        family,
        style,
        event_id: "fair",
        card_id: card.id,
        person_ids,
        choice,
      });
    }
  });
  return history;
}

test("there is always one prompt, of at most nine words, with its reason", () => {
  fc.assert(
    fc.property(evening, (given) => {
      for (const { choice } of live(given)) {
        expect(countIfTooLong(choice.prompt.text)).toBeNull();
        expect(choice.prompt.text).not.toBe("");
        expect(choice.why).toMatch(/^[^\n]{10,60}\.$/);
      }
    }),
  );
});

test("nobody is shown the same prompt twice, but for a pause", () => {
  fc.assert(
    fc.property(evening, (given) => {
      const shown = live(given)
        .filter(({ family }) => family !== "pause")
        .flatMap((use) => [...new Set(use.person_ids)].map((id) => `${id} ${use.prompt_id}`));

      expect(new Set(shown).size).toBe(shown.length);
    }),
  );
});

test("no family comes three times running, but for a pause when nothing else is allowed", () => {
  fc.assert(
    fc.property(evening, (given) => {
      const shown = live(given);
      const third = shown.filter(
        (use, at) => at > 1 && [1, 2].every((back) => shown[at - back]?.family === use.family),
      );

      for (const { choice } of third) expect(choice.why).toMatch(/everything else/);
    }),
  );
});

test("what is switched off comes only as the last pause of all", () => {
  fc.assert(
    fc.property(evening, (given) => {
      const shown = live(given).filter(({ prompt_id }) => given.off.includes(prompt_id));

      for (const { choice } of shown) expect(choice.why).toMatch(/everything else/);
    }),
  );
});

test("the same talk with the same draws gets the same prompt", () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(someone, { maxLength: 3 }), (seed, people) => {
      expect(choose(talk({ people, draw: seeded(seed) }))).toEqual(
        choose(talk({ people, draw: seeded(seed) })),
      );
    }),
  );
});

test("no prompt names somebody else", () => {
  const others = fc.stringMatching(/^[A-Z][a-z]{2,8}$/).filter((name) => name !== "Ana");
  const notes = others.map((name) => ({ name, notes: `Did the new ${name} garden ever open?` }));
  fc.assert(
    fc.property(notes, ({ name, notes }) => {
      const known = { ...ana, earlier_conversations_count: 1, last_notes: notes };

      expect(choose(talk({ people: [known] })).prompt.text).not.toContain(name);
    }),
  );
});

test("at least forty wordings ship, four or more to a family, each once", () => {
  const count = (family: string) => wordings.filter((wording) => wording.family === family).length;

  expect(wordings.length).toBeGreaterThanOrEqual(40);
  for (const family of families) expect(count(family)).toBeGreaterThanOrEqual(4);
  for (const { text, source } of wordings) expect([countIfTooLong(text), source]).not.toContain("");
  expect(wordings.filter(({ text }) => countIfTooLong(text) !== null)).toEqual([]);
  expect(new Set(wordings.map(({ id }) => id)).size).toBe(wordings.length);
  expect(new Set(wordings.map(({ text }) => text)).size).toBe(wordings.length);
});

test("an own prompt that is too long is refused with its count", () => {
  expect(countIfTooLong("What did you plant where the old tree once stood?")).toBe(10);
  expect(countIfTooLong("What did you plant where the tree once stood?")).toBeNull();
  expect(shorten("one two, three", 2)).toBe("one two…");
  expect(mostWords).toBe(9);
});

test("notes of a hundred thousand letters are read in a blink", () => {
  const told = `${"word ".repeat(20_000)}. Did the visa come through?`;

  const busy = busyMilliseconds(() => {
    expect(questionsIn(told)).toEqual(["Did the visa come through?"]);
    expect(questionsIn(`${"? ".repeat(50_000)}So?`)).toEqual(["So?"]);
  });

  expect(busy).toBeLessThan(1000);
});
