/** Says what a line tells of the talk: their problem, what I promised and for when, days in their life. */

import { localDay, noonOf } from "../../domain/dates/days";
import type { Due, ParsedNote } from "../../domain/note_parser/parsed_note";
import { type Decisions, keyOf, partOf, takenAs } from "./line_parts";
import type { Part, TheirDay } from "./reading";

export interface ChipText {
  problems: string[];
  promises: string[];
  due_on: string | null;
  due_at: string | null;
  their_day: TheirDay | null;
  parts: Part[];
}

const THEIR_DATE = "Their date";

const shortDay = new Intl.DateTimeFormat(undefined, {
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** Give what is told; what they promised stays in the line, for the card keeps what I did. */
export function chipTexts(understood: ParsedNote, decisions: Decisions): ChipText {
  const mine = understood.promises.filter(({ owed_by }) => owed_by === "me");
  const due = mine.find((promise) => promise.due)?.due ?? null;
  const { problems, their_dates } = understood;
  const taken = (label: string, found: typeof problems) =>
    found.flatMap((one) => takenAs(one, decisions[keyOf(label, one.value)]) ?? []);
  return {
    problems: taken("Problem", problems),
    promises: taken("Promise", mine),
    ...dueOf(due, decisions),
    their_day: theirDay(their_dates, decisions),
    parts: [
      ...problems.flatMap((found) => partOf(found, { label: "Problem", decisions })),
      ...mine.flatMap((found) => partOf(found, { label: "Promise", decisions })),
      ...(due ? duePart(due, decisions) : []),
      ...their_dates.flatMap(({ on, ...found }) =>
        partOf(found, { label: THEIR_DATE, decisions }).map((part) => withDay(part, on)),
      ),
    ],
  };
}

/** A card holds one day of theirs: the first that is taken; further ones stay in the line. */
function theirDay(their_dates: ParsedNote["their_dates"], decisions: Decisions): TheirDay | null {
  for (const { on, ...found } of their_dates) {
    const what = takenAs(found, decisions[keyOf(THEIR_DATE, found.value)]);
    if (what) return { on, what };
  }
  return null;
}

function dueOf(due: Due | null, decisions: Decisions): Pick<ChipText, "due_on" | "due_at"> {
  const decision = due ? decisions[keyOf("Due", due.value)] : undefined;
  if (!due || takenAs(due, decision) === null) return { due_on: null, due_at: null };
  const isCorrected = decision?.is === "so" && decision.value !== dayOf(due);
  return isCorrected
    ? { due_on: decision.value, due_at: null }
    : { due_on: due.due_on, due_at: due.due_at };
}

function duePart(due: Due, decisions: Decisions): Part[] {
  const decision = decisions[keyOf("Due", due.value)];
  const day = decision?.is === "so" ? decision.value : dayOf(due);
  return partOf(due, { label: "Due", decisions }).map((part) => ({
    ...part,
    value: day,
    said: shortDay.format(noonOf(day)),
    is_day: true,
    choices: part.choices.map(({ words }) => ({ words, decision: { is: "so", value: day } })),
  }));
}

function withDay(part: Part, on: string): Part {
  return { ...part, said: `${part.said}, ${shortDay.format(noonOf(on))}` };
}

function dayOf({ due_on, due_at }: Due): string {
  return due_on ?? localDay(new Date(due_at ?? ""));
}
