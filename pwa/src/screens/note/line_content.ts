/** Reads the content of a line: their problem, what I promised and when it is due, days in their life. */

import { localDay, noonOf } from "../../domain/dates/days";
import type { Due, ParsedNote } from "../../domain/note_parser/parsed_note";
import { acceptedValue, type Decisions, partKey, toParts } from "./line_parts";
import type { LineDay, LinePart } from "./reading";

export interface LineContent {
  problems: string[];
  promises: string[];
  due_on: string | null;
  due_at: string | null;
  their_day: LineDay | null;
  parts: LinePart[];
}

const THEIR_DATE = "Their date";

const shortDay = new Intl.DateTimeFormat(undefined, {
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** Return the content of a line. What they promised stays in the line, as the card has no field for it. */
export function lineContent(note: ParsedNote, decisions: Decisions): LineContent {
  const mine = note.promises.filter(({ owed_by }) => owed_by === "me");
  const due = mine.find((promise) => promise.due)?.due ?? null;
  const { problems, their_dates } = note;
  const accepted = (label: string, found: typeof problems) =>
    found.flatMap((one) => acceptedValue(one, decisions[partKey(label, one.value)]) ?? []);
  return {
    problems: accepted("Problem", problems),
    promises: accepted("Promise", mine),
    ...dueOf(due, decisions),
    their_day: theirDay(their_dates, decisions),
    parts: [
      ...problems.flatMap((found) => toParts(found, { label: "Problem", decisions })),
      ...mine.flatMap((found) => toParts(found, { label: "Promise", decisions })),
      ...(due ? duePart(due, decisions) : []),
      ...their_dates.flatMap(({ on, ...found }) =>
        toParts(found, { label: THEIR_DATE, decisions }).map((part) => withDay(part, on)),
      ),
    ],
  };
}

/** A card holds one such day: the first that is accepted; others stay in the line. */
function theirDay(their_dates: ParsedNote["their_dates"], decisions: Decisions): LineDay | null {
  for (const { on, ...found } of their_dates) {
    const what = acceptedValue(found, decisions[partKey(THEIR_DATE, found.value)]);
    if (what) return { on, what };
  }
  return null;
}

function dueOf(due: Due | null, decisions: Decisions): Pick<LineContent, "due_on" | "due_at"> {
  const decision = due ? decisions[partKey("Due", due.value)] : undefined;
  if (!due || acceptedValue(due, decision) === null) return { due_on: null, due_at: null };
  const isCorrected = decision?.is === "so" && decision.value !== dayOf(due);
  return isCorrected
    ? { due_on: decision.value, due_at: null }
    : { due_on: due.due_on, due_at: due.due_at };
}

function duePart(due: Due, decisions: Decisions): LinePart[] {
  const decision = decisions[partKey("Due", due.value)];
  const day = decision?.is === "so" ? decision.value : dayOf(due);
  return toParts(due, { label: "Due", decisions }).map((part) => ({
    ...part,
    value: day,
    text: shortDay.format(noonOf(day)),
    is_day: true,
    choices: part.choices.map(({ words }) => ({ words, decision: { is: "so", value: day } })),
  }));
}

function withDay(part: LinePart, on: string): LinePart {
  return { ...part, text: `${part.text}, ${shortDay.format(noonOf(on))}` };
}

function dayOf({ due_on, due_at }: Due): string {
  return due_on ?? localDay(new Date(due_at ?? ""));
}
