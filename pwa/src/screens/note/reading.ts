/** What the text in the who field was taken as: its people, what it says of them, and what it fills in. */

import type { PersonRecord } from "../../data/kinds.gen";
import type { Met, Typed } from "./typed";

/** What a line can say of a person. */
export type LineFields = Pick<
  PersonRecord,
  "role" | "organisation" | "emails" | "phones" | "links"
>;

/** The fields of the card that a line can fill. */
export type Filling = Pick<Typed, "problem" | "promise" | "promise_due_on">;

/** What the person said of one part: it is so, it is that known one, somebody new, or not at all. */
export type Decision =
  | { is: "so"; value: string }
  | { is: "known"; id: string }
  | { is: "new" }
  | { is: "not" };

/** One part as it is shown; with choices where it asks and is not taken yet. */
export interface Part {
  key: string;
  label: string;
  said: string;
  value: string;
  is_day: boolean;
  choices: { words: string; decision: Decision }[];
  dismissal: Decision;
}

/** A day in their life, and what happens then. */
export interface TheirDay {
  on: string;
  what: string;
}

/** `is_line` where the text says more than names. */
export interface Reading {
  text: string;
  is_line: boolean;
  people: Met[];
  facts: Record<string, Partial<LineFields>>;
  filling: Filling;
  due_at: string | null;
  their_day: TheirDay | null;
  parts: Part[];
}

/**
 * Fill the fields of the card from a reading: only those that are empty or were filled by the one before.
 * A field that was filled and is empty now was emptied by hand, and stays so until the line says something else.
 */
export function filled(typed: Typed, before: Filling | undefined, now: Filling): Typed {
  return {
    ...typed,
    problem: filledOne(typed.problem, before?.problem, now.problem),
    promise: filledOne(typed.promise, before?.promise, now.promise),
    promise_due_on:
      filledOne(
        typed.promise_due_on ?? "",
        before?.promise_due_on ?? "",
        now.promise_due_on ?? "",
      ) || null,
  };
}

function filledOne(typed: string, before: string | undefined, now: string): string {
  const isTheLines = typed === (before ?? "");
  const isNews = typed === "" && now !== before;
  return isTheLines || isNews ? now : typed;
}
