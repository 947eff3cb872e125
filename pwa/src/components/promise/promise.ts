/** What is owed, by whom and until when, as every list of it says it. */

import type { FollowUpRecord } from "../../data/kinds.gen";
import { namesIn, namesOf } from "../../data/names";
import { openFollowUps, type Saved } from "../../data/queries";
import { dayText, timeText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

export interface OwedFollowUp {
  followUp: Saved<"follow_up">;
  /** The names of whom it concerns; empty where nobody is named. */
  who: string;
  day: string | null;
}

/** Read what one side still owes, the soonest due first and what has no day last. */
export async function openOwedBy(side: FollowUpRecord["owed_by"]): Promise<OwedFollowUp[]> {
  const open = (await openFollowUps()).filter(({ body }) => body.owed_by === side);
  const names = await namesOf(open.flatMap(({ body }) => body.person_ids));
  return open.map((followUp) => toOwedFollowUp(followUp, names));
}

/** Give a follow-up as owed, with the names of its people found among these. */
export function toOwedFollowUp(
  followUp: Saved<"follow_up">,
  names: Map<string, string>,
): OwedFollowUp {
  const who = namesIn(names, followUp.body.person_ids);
  return { followUp, who, day: dayOf(followUp.body) };
}

/** Give the local day on which a follow-up is due, if it has one. */
export function dayOf({ due_on, due_at }: FollowUpRecord): string | null {
  return due_at ? localDay(new Date(due_at)) : due_on;
}

/** Say when something is due: "today", "Friday, 09:00", "since yesterday"; never as a reproach. */
export function dueText({ day, followUp }: OwedFollowUp, today: string): string {
  if (!day) return "no day yet";
  const { due_at } = followUp.body;
  const isTimely = due_at && day >= today;
  return isTimely
    ? `${dueDayText(day, today)}, ${timeText(new Date(due_at))}`
    : dueDayText(day, today);
}

/** Say the day on which something is due, or since which it is. */
export function dueDayText(day: string, today: string): string {
  const said = dayText(day, today);
  return day < today ? `since ${said.replace(/^last /, "")}` : said;
}
