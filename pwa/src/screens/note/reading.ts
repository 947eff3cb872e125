/** What a note holds as typed, and how the line in its who field was read. */

import type { ConversationRecord, PersonRecord } from "../../data/kinds.gen";

/** The fields of a person that a line can fill. */
export type LineFields = Pick<
  PersonRecord,
  "role" | "organisation" | "emails" | "phones" | "links"
>;

/** The fields of the card that a line can fill. */
export type FilledFields = Pick<NoteFields, "problem" | "promise" | "promise_due_on">;

/** What the user decided about one part: this value, that known person, someone new, or removed. Stored as it is. */
export type Decision =
  | { is: "so"; value: string }
  | { is: "known"; id: string }
  | { is: "new" }
  | { is: "not" };

/** One part as it is shown; with choices where it is uncertain and needs an answer. */
export interface LinePart {
  key: string;
  label: string;
  text: string;
  value: string;
  is_day: boolean;
  choices: { words: string; decision: Decision }[];
  dismissal: Decision;
}

/** A day in the person's life, and what happens then. */
export interface LineDay {
  on: string;
  what: string;
}

/** How the text was read; `is_line` where it says more than names. */
export interface LineReading {
  text: string;
  is_line: boolean;
  people: NotePerson[];
  facts: Record<string, Partial<LineFields>>;
  filling: FilledFields;
  due_at: string | null;
  their_day: LineDay | null;
  parts: LinePart[];
}

/**
 * Fill the fields of a note from a reading: only those that are empty or were filled by the previous reading.
 * A field that was emptied by hand stays empty until the line says something else.
 */
export function fillFields(
  typed: NoteFields,
  before: FilledFields | undefined,
  now: FilledFields,
): NoteFields {
  return {
    ...typed,
    problem: fillField(typed.problem, before?.problem, now.problem),
    promise: fillField(typed.promise, before?.promise, now.promise),
    promise_due_on:
      fillField(
        typed.promise_due_on ?? "",
        before?.promise_due_on ?? "",
        now.promise_due_on ?? "",
      ) || null,
  };
}

function fillField(typed: string, before: string | undefined, now: string): string {
  const isUnedited = typed === (before ?? "");
  const isNew = typed === "" && now !== before;
  return isUnedited || isNew ? now : typed;
}

/** Someone on a note; `isNew` where the note created them and may delete them again. */
export interface NotePerson {
  id: string;
  name: string;
  isNew: boolean;
}

/** The fields of the form, as they are typed. `who` may be a whole line. */
export interface NoteFields {
  who: string;
  problem: string;
  promise: string;
  promise_due_on: string | null;
  forecast: ConversationRecord["forecast"];
  notes: string;
}
