/** Logs a contact, says so with the next nudge, and offers to take it back. */

import { tieWith } from "../../data/ties";
import { sayDay } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { nextNudge } from "../../domain/warmth/nudge";
import { say } from "../../ui/toast";
import type { Way } from "./channels";
import { logContact, momentOn, type Side } from "./contact";

/** Somebody by id and name. */
export interface Named {
  id: string;
  name: string;
}

export interface Logged {
  way: Way;
  day: string;
  begunBy: Side | null;
}

/** Log that these people and I were in touch. */
export async function log(people: Named[], { way, day, begunBy }: Logged): Promise<void> {
  const today = localDay(new Date());
  const undo = await logContact(
    people.map(({ id }) => id),
    {
      channel: way.channel,
      begun_by: way.writtenBy ?? begunBy,
      isAnswered: way.isAnswered === true,
      happened_at: momentOn(day, today),
    },
  );
  const names = people.map(({ name }) => name).join(", ");
  const when = day === today ? "" : `, ${sayDay(day, today)}`;
  say(`Logged with ${names}: ${way.words}${when}.${await sayNext(people, today)}`, { undo });
}

async function sayNext([first, ...others]: Named[], today: string): Promise<string> {
  if (!first || others.length > 0) return "";
  const tie = await tieWith(first.id);
  const nudge = tie && nextNudge(tie, Date.now());
  return nudge && nudge.due_on > today ? ` Next nudge ${sayDay(nudge.due_on, today)}.` : "";
}
