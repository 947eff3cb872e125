/** Logs a contact, and shows it in a toast with the next nudge and undo. */

import { tieWith } from "../../data/ties";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { nextNudge } from "../../domain/warmth/nudge";
import { showToast } from "../../ui/toast";
import { type LoggedContact, logContact, momentOn, type Side } from "./contact";

/** A person by id and name. */
export interface NamedPerson {
  id: string;
  name: string;
}

/** A way to have been in touch, as one button. */
export interface ChannelOption {
  words: string;
  channel: LoggedContact["channel"];
  /** Who wrote the message; for other channels, and where both wrote, the user may choose who got in touch. */
  writtenBy?: Side;
  isAnswered?: boolean;
}

interface ChosenContact {
  option: ChannelOption;
  day: string;
  startedBy: Side | null;
}

/** Log that the user was in touch with these people. */
export async function logContactWithToast(
  people: NamedPerson[],
  { option, day, startedBy }: ChosenContact,
): Promise<void> {
  const today = localDay(new Date());
  const undo = await logContact(
    people.map(({ id }) => id),
    {
      channel: option.channel,
      begun_by: option.writtenBy ?? startedBy,
      isAnswered: option.isAnswered === true,
      happened_at: momentOn(day, today),
    },
  );
  const names = people.map(({ name }) => name).join(", ");
  const when = day === today ? "" : `, ${dayText(day, today)}`;
  showToast(`Logged with ${names}: ${option.words}${when}.${await nextNudgeText(people, today)}`, {
    undo,
  });
}

async function nextNudgeText([first, ...others]: NamedPerson[], today: string): Promise<string> {
  if (!first || others.length > 0) return "";
  const tie = await tieWith(first.id);
  const nudge = tie && nextNudge(tie, Date.now());
  return nudge && nudge.due_on > today ? ` Next nudge ${dayText(nudge.due_on, today)}.` : "";
}
