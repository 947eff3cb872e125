/** What the first screen reads in one go. */

import { localDay } from "../days/days";
import { eventsOn } from "../event_rules/on";
import { type Heard, heardIn } from "../heard/heard";
import type { Owed } from "../owing/owed";
import type { Topic } from "../records/announce";
import { all, latestConversations, type Saved } from "../records/queries";
import { dueBy } from "./due";

export interface WhatIsNow {
  due: Owed[];
  heard: Heard[];
  events: Saved<"event">[];
}

export const topics: Topic[] = ["follow_up", "person", "conversation", "event", "outbox"];

const HEARD_COUNT = 8;

/** Read what is due today, what was heard last, and all events. */
export async function readNow(): Promise<WhatIsNow> {
  const [due, conversations, events] = await Promise.all([
    dueBy(localDay(new Date())),
    latestConversations(HEARD_COUNT),
    all("event"),
  ]);
  return { due, heard: await heardIn(conversations), events };
}

/** Give the events that are on, the one that counts first. */
export function whatIsOn({ events }: WhatIsNow, now: Date): Saved<"event">[] {
  return eventsOn(events, now);
}
