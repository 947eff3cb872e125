/** The list of events in sections: by time, or by the series to which they belong. */

import type { Saved } from "../../data/queries";
import { eventsComing, eventsOn, eventsPast } from "../../domain/events/on";

export type EventOrder = "time" | "series";

export interface Section {
  title: string;
  events: Saved<"event">[];
}

const byName = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

/** Put events into sections; an empty section is left out. */
export function sectionsOf(events: Saved<"event">[], order: EventOrder, now: Date): Section[] {
  const byTime = [
    { title: "On now", events: eventsOn(events, now) },
    { title: "Coming", events: eventsComing(events, now) },
    { title: "Past", events: eventsPast(events, now) },
  ];
  const sections = order === "time" ? byTime : bySeries(byTime.flatMap((one) => one.events));
  return sections.filter((section) => section.events.length > 0);
}

/** Within a series what is on comes first, then what comes, then what is past. */
function bySeries(events: Saved<"event">[]): Section[] {
  const named = Map.groupBy(events, ({ body }) => body.series.trim());
  const titles = [...named.keys()].filter(Boolean).sort(byName.compare);
  return [...titles, ""].map((title) => ({
    title: title || "Without a series",
    events: named.get(title) ?? [],
  }));
}
