/** Notes about somebody are turned into words to them, or left out. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { draft } from "../../../src/screens/drafts/draft";
import { gatherFacts } from "../../../src/screens/drafts/facts";
import { cardsOf, NOW } from "./cards";

function quoted(problem: string, notes = ""): string | undefined {
  return gatherFacts(cardsOf({ problem, notes }), NOW).facts.quote?.words;
}

function promised(what: string): [string, string] | undefined {
  const { promise } = gatherFacts(cardsOf({ problem: "audits", promise: { what } }), NOW).facts;
  return promise ? [promise.words, promise.is] : undefined;
}

test.each([
  ["drowning in audits", "drowning in audits"],
  ["She is drowning in audits", "drowning in audits"],
  ["she's drowning in audits.", "drowning in audits"],
  ["Ana can't find a CTO", "can't find a CTO"],
  ["Needs a notary; hates forms", "Needs a notary"],
  ["Her boss leaves. Nobody reads the reports", "Nobody reads the reports"],
  ["She said “we ship on hope”, and laughed at her team", "we ship on hope"],
  ["Li drives everybody mad. Too many meetings", "Too many meetings"],
])("of “%s” the words “%s” can be quoted", (noted, words) => {
  expect(quoted(noted)).toBe(words);
});

test.each(["Her boss leaves", "Wen's team is slow", "told me that Ben lies", "?!"])(
  "of “%s” nothing can be quoted",
  (noted) => {
    const { facts, leftOut } = gatherFacts(cardsOf({ problem: noted }), NOW);

    expect(facts.quote).toBeNull();
    expect(leftOut).toEqual([noted]);
  },
);

test("words in quotation marks are found in the notes too", () => {
  expect(quoted("", "Met at the bar. He said: “we ship on hope”.")).toBe("we ship on hope");
});

test("long words are cut between two words", () => {
  expect(quoted("audits ".repeat(60))).toMatch(/^(audits ){5,}…$/);
});

test.each([
  ["Send her the deck", "send you the deck", "handing over"],
  ["Send Ana the deck by Friday", "send you the deck", "handing over"],
  ["Share Ana's slides with the group.", "share your slides with the group", "handing over"],
  ["Call him tomorrow", "call you", "doing"],
  ["Introduce Ana Sol to a notary", "introduce you to a notary", "doing"],
  ["The deck", "the deck", "a thing"],
  ["CTO list", "CTO list", "a thing"],
  ["Send the deck. Call the bank", "send the deck", "handing over"],
])("the promise “%s” becomes “%s”", (what, words, is) => {
  expect(promised(what)).toEqual([words, is]);
});

test.each([
  "Send her Li's number",
  "Introduce her to Ben",
  "Check her CV",
  "Send them the deck",
  "Tomorrow send the deck",
])("the promise “%s” is left out, as its meaning is not certain", (what) => {
  const { facts, leftOut } = gatherFacts(cardsOf({ problem: "audits", promise: { what } }), NOW);

  expect(facts.promise).toBeNull();
  expect(leftOut).toEqual([what]);
});

test("whatever is noted, nobody else is named in a draft", () => {
  const words = fc.constantFrom(
    "Li",
    "Wen",
    "Ben's",
    "she",
    "her",
    "audits",
    "Send",
    ".",
    ";",
    "“",
  );
  const noted = fc.array(words, { maxLength: 12 }).map((some) => some.join(" "));
  const occasion = fc.constantFrom("thanks", "help", "how_did_it_go", "here_it_is");

  fc.assert(
    fc.property(noted, noted, occasion, (problem, what, on) => {
      const { facts } = gatherFacts(cardsOf({ problem, promise: { what } }), NOW);
      expect(draft(facts, on, NOW)?.words ?? "").not.toMatch(/\b(?:Li|Wen|Ben|Okafor|she|her)\b/);
    }),
  );
});
