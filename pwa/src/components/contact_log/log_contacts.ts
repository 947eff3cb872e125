/** Logs a contact, says so with the next nudge, and offers to take it back. */

import { tieWith } from "../../data/ties";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { nextNudge } from "../../domain/warmth/nudge";
import { showToast } from "../../ui/toast";
import type { ChannelOption } from "./channels";
import { logContact, momentOn, type Side } from "./contact";

/** Somebody by id and name. */
export interface Named {
  id: string;
  name: string;
}

export interface Logged {
  way: ChannelOption;
  day: string;
  begunBy: Side | null;
}

/** Log that these people and I were in touch. */
export async function logContacts(people: Named[], { way, day, begunBy }: Logged): Promise<void> {
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
  const when = day === today ? "" : `, ${dayText(day, today)}`;
  showToast(`Logged with ${names}: ${way.words}${when}.${await sayNext(people, today)}`, { undo });
}

async function sayNext([first, ...others]: Named[], today: string): Promise<string> {
  if (!first || others.length > 0) return "";
  const tie = await tieWith(first.id);
  const nudge = tie && nextNudge(tie, Date.now());
  return nudge && nudge.due_on > today ? ` Next nudge ${dayText(nudge.due_on, today)}.` : "";
}
