/** Groups events into sections: by time, or by the series they belong to. */

import type { Saved } from "../../data/queries";
import { eventsComing, eventsOn, eventsPast } from "../../domain/events/on";

export type EventOrder = "time" | "series";

export interface EventSection {
  title: string;
  events: Saved<"event">[];
}

const byName = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

/** Group events into sections; empty sections are left out. */
export function sectionsOf(events: Saved<"event">[], order: EventOrder, now: Date): EventSection[] {
  const byTime = [
    { title: "On now", events: eventsOn(events, now) },
    { title: "Upcoming", events: eventsComing(events, now) },
    { title: "Past", events: eventsPast(events, now) },
  ];
  const sections = order === "time" ? byTime : bySeries(byTime.flatMap((one) => one.events));
  return sections.filter((section) => section.events.length > 0);
}

/** Within a series the order is the one by time: on now, upcoming, past. */
function bySeries(events: Saved<"event">[]): EventSection[] {
  const bySeriesName = Map.groupBy(events, ({ body }) => body.series.trim());
  const titles = [...bySeriesName.keys()].filter(Boolean).sort(byName.compare);
  return [...titles, ""].map((title) => ({
    title: title || "No series",
    events: bySeriesName.get(title) ?? [],
  }));
}
