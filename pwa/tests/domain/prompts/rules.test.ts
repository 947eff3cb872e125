/** The rules of choice as a table: which prompt comes for whom, and why. */
import { expect, test } from "vitest";
import table from "../../../../tests/vectors/prompts.json";
import { choose } from "../../../src/domain/prompts/choose";
import { maySwipe, type PromptUse } from "../../../src/domain/prompts/situation";
import { wordings } from "../../../src/domain/prompts/wordings";
import { earlierUse, nobodyKnown, seeded, talk } from "./talks";

type Case = (typeof table.cases)[number];

test.each(table.cases)("$name", (given) => {
  const { prompt, family, why } = choose(situationOf(given));

  expect({ id: prompt.id, text: prompt.text, family, why }).toMatchObject(given.expect);
});

test("another prompt may be asked for twice in a talk", () => {
  const use = { ...earlierUse, prompt_id: "open.busy", family: "open", card_id: "now" } as const;
  const { card } = talk();

  expect(maySwipe({ card, history: [use, use] })).toBe(true);
  expect(maySwipe({ card, history: [use, use, use] })).toBe(false);
});

function situationOf(given: Case) {
  const { people = [], card = {}, history = [], own = [], off = [] } = given;
  return talk({
    today: table.today,
    names: table.names,
    event: given.event ?? table.event,
    people: people.map((person) => ({ ...nobodyKnown, ...person })) as never,
    card: { id: "now", problem: "", promise: "", ...card },
    history: history.map((use) => ({ ...earlierUse, ...use })) as PromptUse[],
    own: own as never,
    off: off.includes("*") ? wordings.map(({ id }) => id) : off,
    draw: seeded(7),
  });
}
