/** What counts for learning: one conversation for each prompt that was not swiped away. */
import { expect, test } from "vitest";
import { defaults, type Kind, type Kinds } from "../../../src/data/kinds.gen";
import type { Saved } from "../../../src/data/queries";
import {
  type CountedRecords,
  conversationOutcomes,
} from "../../../src/screens/listen/counted_conversations";

const nothing: CountedRecords = { uses: [], conversations: [], problems: [], followUps: [] };

function saved<K extends Kind>(kind: K, id: string, set: Partial<Kinds[K]>): Saved<K> {
  const body = { ...defaults[kind], ...set };
  return { id, kind, body, seq: 0, kept: {}, refused: null, unsynced: false };
}

const use = saved("prompt_use", "use", {
  conversation_id: "card",
  style: "say_it_back",
  shown_at: "2026-05-12T18:00:00Z",
});
const card = saved("conversation", "card", {
  person_ids: ["ana"],
  captured_at: "2026-05-12T18:20:00Z",
  line: "Ana: tall",
});

function counted(told: Partial<CountedRecords>) {
  return conversationOutcomes({ ...nothing, uses: [use], conversations: [card], ...told })[0];
}

test("a card that was written tells when, and that it added nothing", () => {
  expect(counted({})).toEqual({
    style: "say_it_back",
    shown_at: "2026-05-12T18:00:00Z",
    card_written_at: "2026-05-12T18:20:00Z",
    problem_added_at: null,
    promise_added_at: null,
    contact_both_ways_at: null,
  });
});

test("a prompt that was swiped away began no talk", () => {
  const swiped = saved("prompt_use", "use", { ...use.body, swiped_at: "2026-05-12T18:00:02Z" });

  expect(counted({ uses: [swiped] })).toBeUndefined();
});

test("a card on which only the chosen name stands was not written", () => {
  const blank = saved("conversation", "card", { ...card.body, line: "", who: "Ana" });

  expect(counted({ conversations: [blank] })?.card_written_at).toBeNull();
  expect(counted({ conversations: [] })?.card_written_at).toBeNull();
});

test("problems and promises count from when they were written down", () => {
  const made = { conversation_id: "card", captured_at: "2026-05-13T08:00:00Z", what: "Audits" };
  const problems = [saved("problem", "p", made)];
  const mine = saved("follow_up", "mine", made);
  const theirs = saved("follow_up", "theirs", { ...made, owed_by: "them" });

  expect(counted({ problems })?.problem_added_at).toBe("2026-05-13T08:00:00Z");
  expect(counted({ followUps: [mine] })?.promise_added_at).toBe("2026-05-13T08:00:00Z");
  expect(counted({ followUps: [theirs] })?.promise_added_at).toBeNull();
});

test("contact in both directions is the next one with anybody of the card", () => {
  const later = (id: string, at: string, set: object) =>
    saved("conversation", id, { person_ids: ["ana"], captured_at: at, ...set });
  const conversations = [
    card,
    later("earlier", "2026-05-01T09:00:00Z", {}),
    later("unanswered", "2026-05-14T09:00:00Z", { channel: "message", begun_by: "me" }),
    later("call", "2026-05-20T09:00:00Z", { channel: "call" }),
    later("talk", "2026-06-01T09:00:00Z", {}),
  ];

  expect(counted({ conversations })?.contact_both_ways_at).toBe("2026-05-20T09:00:00Z");
});
