/** Imports a calendar file, chosen or dropped: a single event at once, of several those that are ticked. */

import { useEffect, useState } from "preact/hooks";
import { eventTimesText } from "../../domain/events/times";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";
import { type CalendarFile, onLaunchedFile, readCalendarFile } from "./ics_file";
import { importCalendarEvents } from "./import_calendar_events";
import type { CalendarEvent } from "./parse_ics";

type State = CalendarFile | { isReading: boolean };

const SHOWN_COUNT = 30;

/** Show the field for a calendar file, and what was read from it. */
export function CalendarImport() {
  const [state, setState] = useState<State>({ isReading: false });
  const open = async (file: File | undefined) => {
    if (!file) return;
    setState({ isReading: true });
    const read = await readCalendarFile(file);
    if ("events" in read && read.events.length === 1) await importChosen(read.events);
    else setState(read);
  };
  useEffect(() => onLaunchedFile(open), []);
  return (
    <div class="field">
      <label for="calendar_file">From a calendar file (.ics): choose one, or drop it here</label>
      <input
        id="calendar_file"
        class="drop_place"
        type="file"
        accept=".ics,text/calendar"
        onChange={(event) => open(event.currentTarget.files?.[0])}
      />
      <div role="status">
        {"problem" in state && <p class="problem">{state.problem}</p>}
        {"isReading" in state && state.isReading && <p class="soft">Reading…</p>}
      </div>
      {"events" in state && <CalendarEventList events={state.events} importChosen={importChosen} />}
    </div>
  );
}

async function importChosen(events: CalendarEvent[]): Promise<void> {
  const { ids, added, changed, undo } = await importCalendarEvents(events);
  go(ids.length === 1 ? `/events/${ids[0]}` : "/events", { replace: true });
  showToast(
    importText(added.length, changed.length),
    added.length + changed.length > 0 ? { undo } : {},
  );
}

function importText(added: number, changed: number): string {
  if (added + changed === 0) return "Nothing new: it's all here already.";
  const parts = [added > 0 && `${added} added`, changed > 0 && `${changed} updated`];
  return `From your calendar: ${parts.filter(Boolean).join(", ")}.`;
}

interface ListProps {
  events: CalendarEvent[];
  importChosen: (chosen: CalendarEvent[]) => void;
}

/** Upcoming events come first, then past ones from the latest back. */
function CalendarEventList({ events, importChosen }: ListProps) {
  const now = new Date();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isWhole, setWhole] = useState(false);
  const sorted = [
    ...events.filter((one) => isUpcoming(one, now)),
    ...events.filter((one) => !isUpcoming(one, now)).reverse(),
  ];
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN_COUNT);
  const toggle = (uid: string) => setChosen(new Set([uid]).symmetricDifference(chosen));
  return (
    <fieldset class="stack">
      <legend>Which of these {events.length} events?</legend>
      <ul class="rows">
        {shown.map((event) => (
          <li key={event.calendar_uid}>
            <CalendarEventRow
              event={event}
              isChosen={chosen.has(event.calendar_uid)}
              toggle={() => toggle(event.calendar_uid)}
            />
          </li>
        ))}
      </ul>
      {shown.length < sorted.length && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          Show all {sorted.length}
        </button>
      )}
      <button
        type="button"
        class="button primary"
        disabled={chosen.size === 0}
        onClick={() => importChosen(events.filter((one) => chosen.has(one.calendar_uid)))}
      >
        {chosen.size === 0 ? "Choose at least one" : `Add ${chosen.size}`}
      </button>
    </fieldset>
  );
}

interface RowProps {
  event: CalendarEvent;
  isChosen: boolean;
  toggle: () => void;
}

function CalendarEventRow({ event, isChosen, toggle }: RowProps) {
  const { name, place, is_cancelled } = event;
  const where = [eventTimesText(event, new Date()), place].filter(Boolean).join(" · ");
  return (
    <label class="row occasion">
      <input type="checkbox" checked={isChosen} onChange={toggle} />
      <strong>{name || "Untitled event"}</strong>
      <span>
        {is_cancelled && "cancelled · "}
        {where}
      </span>
    </label>
  );
}

function isUpcoming({ starts_at, ends_at }: CalendarEvent, now: Date): boolean {
  return Date.parse(ends_at ?? starts_at) >= now.getTime();
}
