/** A draft says what the notes say and nothing else, quotes the person, and ends in a question. */
import { expect, test } from "vitest";
import { draft } from "../../../src/screens/drafts/draft";
import type { DraftOccasion } from "../../../src/screens/drafts/facts";
import { gatherFacts } from "../../../src/screens/drafts/facts";
import { cardsOf, NOW, type Noted } from "./cards";

function drafted(noted: Noted, occasion: DraftOccasion) {
  return draft(gatherFacts(cardsOf(noted), NOW).facts, occasion, NOW);
}

const audits = { problem: "drowning in audits" };
const deck = { what: "Send her the deck", due_on: "2026-06-08" };

test.each<[DraftOccasion, Noted, string[], string]>([
  [
    "thanks",
    { ...audits, promise: deck },
    [
      "Great talking to you yesterday at Fjord fair.",
      "What stayed with me, in your words: “drowning in audits”.",
      "I said I would send you the deck by Monday.",
    ],
    "Did I get that right?",
  ],
  [
    "help",
    {
      ...audits,
      promise: deck,
      conversation: { captured_at: "2026-06-01T10:00:00Z", event_id: null },
    },
    [
      "Last Monday you told me: “drowning in audits”.",
      "I said I would send you the deck by Monday.",
    ],
    "What would help you most with that now?",
  ],
  [
    "how_did_it_go",
    { ...audits, conversation: { their_day_what: "interview", their_day_on: "2026-06-03" } },
    [
      "Yesterday at Fjord fair you told me: “drowning in audits”.",
      "Your interview was last Wednesday.",
    ],
    "How did it go?",
  ],
  [
    "here_it_is",
    { ...audits, promise: deck },
    [
      "Yesterday at Fjord fair you told me: “drowning in audits”.",
      "I said I would send you the deck: here it is.",
    ],
    "Is it what you needed?",
  ],
])("%s is made of the card: %o", (occasion, noted, sentences, question) => {
  const words = drafted(noted, occasion)?.words;

  expect(words).toBe(["Hello Ana,", sentences.join(" "), question, "Ada"].join("\n\n"));
});

test.each<DraftOccasion>(["thanks", "help", "how_did_it_go", "here_it_is"])(
  "%s holds a fact, a quote and a question at the end",
  (occasion) => {
    const words = drafted(audits, occasion)?.words ?? "";

    expect(words).toContain("Fjord fair");
    expect(words).toContain("“drowning in audits”");
    expect(words).toMatch(/\?\n\nAda$/);
  },
);

test("without words to quote there is no draft, whatever else is known", () => {
  expect(drafted({ promise: deck }, "thanks")).toBeNull();
  expect(drafted({ problem: "  ", promise: deck }, "here_it_is")).toBeNull();
});

test("a promise that is kept is not promised again", () => {
  const kept = { ...deck, done_at: "2026-06-05T09:00:00Z" };

  expect(drafted({ ...audits, promise: kept }, "thanks")?.words).not.toContain("deck");
  expect(drafted({ ...audits, promise: kept }, "here_it_is")?.words).toContain("deck: here it is");
});

test("words from a conversation of several are not attributed to one of them", () => {
  const group = drafted({ ...audits, conversation: { person_ids: ["ana", "ben"] } }, "help");

  expect(group?.words).toContain("we talked about this: “drowning in audits”");
  expect(group?.words).not.toContain("you told me");
});

test("somebody who is only described is greeted without a name", () => {
  expect(drafted({ ...audits, name: "tall, blue badge" }, "thanks")?.words).toMatch(/^Hello,\n/);
  expect(drafted({ ...audits, name: "Dr. Ana Sol" }, "thanks")?.words).toMatch(/^Hello Ana,\n/);
});

test("the subject of a mail names the conversation, or the promise", () => {
  expect(drafted(audits, "thanks")?.subject).toBe("Our conversation at Fjord fair");
  expect(drafted({ ...audits, promise: deck }, "here_it_is")?.subject).toBe("What I promised");
});
