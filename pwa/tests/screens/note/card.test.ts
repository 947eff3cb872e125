/** The records that a card is stored as, at each keystroke. */
import { expect, test } from "vitest";
import { type Card, newCard, recordsOfCard } from "../../../src/screens/note/card";

const AT = "2026-06-02T15:00:00.000Z";

function card(typed: Partial<Card["typed"]>, chosen: Card["chosen"] = []): Card {
  const blank = newCard();
  return { ...blank, captured_at: AT, chosen, typed: { ...blank.typed, ...typed } };
}

test("an empty card comes to nothing, white space included", () => {
  expect(recordsOfCard(newCard())).toEqual([]);
  expect(recordsOfCard(card({ who: "  ", notes: "\n" }))).toEqual([]);
});

test("a name alone comes to a person and a conversation with them", () => {
  const one = card({ who: "Ana" });

  const [conversation, person] = recordsOfCard(one);

  expect(person).toEqual({ kind: "person", id: one.nextId, set: { name: "Ana", captured_at: AT } });
  expect(conversation?.set).toMatchObject({
    who: "Ana",
    person_ids: [one.nextId],
    captured_at: AT,
  });
});

test("a known person is linked and not made anew", () => {
  const records = recordsOfCard(
    card({ problem: "audits" }, [{ id: "ana", name: "Ana", isNew: false }]),
  );

  expect(records.map(({ kind }) => kind)).toEqual(["conversation", "problem"]);
  expect(records[0]?.set).toMatchObject({ person_ids: ["ana"], problem: "audits" });
});

test("what they struggle with becomes a problem of everybody on the card", () => {
  const ben = { id: "ben", name: "Ben", isNew: false };
  const one = card({ who: "Ana", problem: "audits" }, [ben]);

  const [problem, ...more] = recordsOfCard(one).filter(({ kind }) => kind === "problem");

  expect(more).toEqual([]);
  expect(problem).toEqual({
    kind: "problem",
    id: one.problem_id,
    set: {
      what: "audits",
      person_ids: ["ben", one.nextId],
      conversation_id: one.conversation_id,
      captured_at: AT,
    },
  });
});

test("a promise becomes a follow-up, with its day when it has one", () => {
  const without = card({ promise: "Send the deck" });
  const dated = card({ promise: "Send the deck", promise_due_on: "2026-06-05" });

  const followUps = [without, dated].map((one) =>
    recordsOfCard(one).find(({ kind }) => kind === "follow_up"),
  );

  expect(followUps[0]?.set).toMatchObject({ what: "Send the deck", due_on: null });
  expect(followUps[1]?.set).toMatchObject({
    what: "Send the deck",
    owed_by: "me",
    due_on: "2026-06-05",
    conversation_id: dated.conversation_id,
  });
});
