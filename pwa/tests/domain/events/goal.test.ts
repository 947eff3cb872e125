/** One goal of one sentence: further goals are separated, and not a word is lost. */
import { expect, test } from "vitest";
import { ifThenText, readGoals } from "../../../src/domain/events/goal";

test.each([
  "Find two pilots for the audit tool",
  "Find two pilots for the audit tool.",
  "Meet Li and ask her about audits",
  "Meet Ana and get a yes",
  "Listen and learn",
  "Talk to Dr. Okafor, e.g. about hiring",
  "Find somebody at St. Olav Inc. who hires",
  "Meet J. Doe",
  "Find a CTO who builds and sells robots",
  "Find out what investors also ask",
  "Find 2. division players",
  "",
])("%j is one goal", (text) => {
  expect(readGoals(text)).toEqual({ goal: text, further: "" });
});

test.each([
  ["Find two pilots. Meet an investor", "Find two pilots.", "Meet an investor"],
  ["Find two pilots! meet an investor", "Find two pilots!", "meet an investor"],
  ["Find two pilots and also meet an investor", "Find two pilots", "and also meet an investor"],
  ["Find two pilots, and also an investor", "Find two pilots", "and also an investor"],
  ["Find two pilots; meet an investor", "Find two pilots", "meet an investor"],
  ["Find two pilots\nMeet an investor", "Find two pilots", "Meet an investor"],
  ["Find two pilots and hire a designer", "Find two pilots", "and hire a designer"],
  ["1. Find two pilots 2. Meet an investor", "1. Find two pilots", "2. Meet an investor"],
  ["Find two pilots, plus meet an investor", "Find two pilots", "plus meet an investor"],
  ["Find pilots as well as an investor", "Find pilots", "as well as an investor"],
])("%j is a goal and something further", (text, goal, further) => {
  expect(readGoals(text)).toEqual({ goal, further });
});

test("an if-then is one sentence, however it was typed, and nothing while half of it is missing", () => {
  const said = "If I hear someone mentions hiring, I ask what they tried.";
  const if_heard = "someone mentions hiring";

  for (const then_i of ["ask what they tried", "I ask what they tried", "I ask what they tried."])
    expect(ifThenText({ if_heard, then_i })).toBe(said);
  expect(ifThenText({ if_heard, then_i: "" })).toBe("");
});
