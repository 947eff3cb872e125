/** Follow-ups as every list shows them: for whom, and when they are due. */

import type { FollowUpRecord } from "../../data/kinds.gen";
import { namesIn, namesOf } from "../../data/names";
import { openFollowUps, type Saved } from "../../data/queries";
import { dayText, timeText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

/** A follow-up as a list shows it. */
export interface FollowUpRow {
  followUp: Saved<"follow_up">;
  /** The names of the people it is for; empty where nobody is named. */
  who: string;
  day: string | null;
}

/** Read what one side still owes, the soonest due first and what has no due day last. */
export async function openFollowUpsOf(side: FollowUpRecord["owed_by"]): Promise<FollowUpRow[]> {
  const open = (await openFollowUps()).filter(({ body }) => body.owed_by === side);
  const names = await namesOf(open.flatMap(({ body }) => body.person_ids));
  return open.map((followUp) => toFollowUpRow(followUp, names));
}

/** Return a follow-up as a row, with the names of its people found among these. */
export function toFollowUpRow(
  followUp: Saved<"follow_up">,
  names: Map<string, string>,
): FollowUpRow {
  const who = namesIn(names, followUp.body.person_ids);
  return { followUp, who, day: dayOf(followUp.body) };
}

/** Return the local day on which a follow-up is due, if it has one. */
export function dayOf({ due_on, due_at }: FollowUpRecord): string | null {
  return due_at ? localDay(new Date(due_at)) : due_on;
}

/** Return when a follow-up is due: "today", "Friday, 09:00", "since yesterday"; never as a reproach. */
export function dueText({ day, followUp }: FollowUpRow, today: string): string {
  if (!day) return "no due date";
  const { due_at } = followUp.body;
  const isTimely = due_at && day >= today;
  return isTimely
    ? `${dueDayText(day, today)}, ${timeText(new Date(due_at))}`
    : dueDayText(day, today);
}

/** Return the day on which something is due, or since which it is. */
export function dueDayText(day: string, today: string): string {
  const words = dayText(day, today);
  return day < today ? `since ${words.replace(/^last /, "")}` : words;
}
