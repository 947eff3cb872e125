/** What is due by today, and how it is said. */

import { localDay } from "../days/days";
import { sayDay } from "../days/said";
import { find, openFollowUps, type Saved } from "../records/queries";

export interface Due {
  followUp: Saved<"follow_up">;
  who: string;
  day: string;
}

/** Read what I owe by the end of today, the longest due first, each with whom it concerns. */
export async function dueBy(today: string): Promise<Due[]> {
  const mine = (await openFollowUps()).filter(({ body }) => body.owed_by === "me");
  const due = mine.map((followUp) => ({ followUp, day: dayOf(followUp) }));
  const present = due
    .filter((one): one is { followUp: Saved<"follow_up">; day: string } => one.day !== undefined)
    .filter(({ day }) => day <= today);
  const names = await namesOf(present.flatMap(({ followUp }) => followUp.body.person_ids));
  return present.map((one) => ({ ...one, who: namesIn(names, one.followUp.body.person_ids) }));
}

/** Say since when something is due: "today", "since Friday"; never as a reproach. */
export function sayDue(day: string, today: string): string {
  return day === today ? "today" : `since ${sayDay(day, today).replace(/^last /, "")}`;
}

/** Give the names of these people, by id. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const found = await Promise.all([...new Set(ids)].map((id) => find("person", id)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one.body.name]] : [])));
}

/** Say the names of these people: "Ana, Li". */
export function namesIn(names: Map<string, string>, ids: string[]): string {
  return ids.flatMap((id) => names.get(id) || []).join(", ");
}

function dayOf({ body }: Saved<"follow_up">): string | undefined {
  return body.due_on ?? (body.due_at ? localDay(new Date(body.due_at)) : undefined);
}
