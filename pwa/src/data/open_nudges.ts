/** The nudges that are open today, in the order in which they are suggested. */
import { daysBetween, localDay } from "../domain/dates/days";
import { whenIs } from "../domain/events/on";
import { dayInZone } from "../domain/warmth/moments";
import { type NudgeReason, nextNudge } from "../domain/warmth/nudge";
import { nudgeReason } from "../domain/warmth/sentence";
import { bySuggestionOrder, dateNearDays, type Suggested } from "../domain/warmth/suggest";
import { warmth } from "../domain/warmth/warmth";
import type { Topic } from "./announce";
import { all, openFollowUps, type Saved } from "./queries";
import { allTies, type Tied, tieTopics } from "./ties";

/** A nudge that is open today. */
export interface OpenNudge extends Suggested {
  person: Saved<"person">;
  why: NudgeReason;
  /** Why it is time, in words. */
  reason: string;
}

/** The topics that open nudges are read from, for `useLive`. */
export const nudgeTopics: Topic[] = [...tieTopics, "event", "target"];

/** Return the nudges of today, at most one for each person. */
export async function openNudges(now: Date): Promise<OpenNudge[]> {
  const [ties, promised, wanted] = await Promise.all([allTies(), promisedTo(), wantedSoon(now)]);
  const open = ties.flatMap((tied) => openNudge(tied, now.getTime()));
  return bySuggestionOrder(
    open.map(({ conversations, ...nudge }) => ({
      ...nudge,
      isPromised: promised.has(nudge.person.id),
      bearsOnGoal: wanted.has(nudge.person.id),
      hasDateNear: conversations.some(({ their_day_on: day }) => day && isNear(day, now)),
    })),
  );
}

function openNudge({ person, tie, conversations }: Tied, now: number) {
  const nudge = nextNudge(tie, now);
  if (!nudge || nudge.due_on > dayInZone(now, tie.zone)) return [];
  const warm = warmth(tie, now);
  return [{ person, conversations, ...nudge, x: warm.x, reason: nudgeReason(nudge.why, warm) }];
}

async function promisedTo(): Promise<Set<string>> {
  const mine = (await openFollowUps()).filter(({ body }) => body.owed_by === "me");
  return new Set(mine.flatMap(({ body }) => body.person_ids));
}

async function wantedSoon(now: Date): Promise<Set<string>> {
  const events = (await all("event")).filter(({ body }) => whenIs(body, now) !== "past");
  const ids = new Set(events.map(({ id }) => id));
  const targets = (await all("target")).filter(({ body }) => ids.has(body.event_id ?? ""));
  return new Set(targets.flatMap(({ body }) => body.person_ids));
}

function isNear(day: string, now: Date): boolean {
  const ahead = daysBetween(localDay(now), day);
  return ahead <= dateNearDays.ahead && ahead >= -dateNearDays.behind;
}
