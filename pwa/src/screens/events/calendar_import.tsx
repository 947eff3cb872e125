/** Imports a calendar file, chosen or dropped: a single event at once, of several those that are ticked. */

import { useEffect, useState } from "preact/hooks";
import { eventTimesText } from "../../domain/events/times";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";
import { type CalendarFile, onLaunchedFile, readCalendarFile } from "./ics_file";
import { type ImportOutcome, importCalendarEvents, storedOf } from "./import_calendar_events";
import type { CalendarContent, CalendarEvent } from "./parse_ics";

type State = { problem: string } | { isReading: boolean } | Offer;

/** The events of a file that can be added or updated, and what is to be said about the others. */
interface Offer {
  events: CalendarEvent[];
  /** Those that are here already and are cancelled now. */
  cancelledHere: CalendarEvent[];
  remarks: string[];
}

const SHOWN_COUNT = 30;
const NAMED_COUNT = 3;

/** Show the field for a calendar file, and what was read from it. */
export function CalendarImport() {
  const [state, setState] = useState<State>({ isReading: false });
  const open = async (file: File | undefined) => {
    if (!file) return;
    setState({ isReading: true });
    const offer = await offerOf(await readCalendarFile(file));
    const isPlain = "events" in offer && offer.events.length === 1 && offer.remarks.length === 0;
    if (isPlain) await importChosen(offer.events);
    else setState(offer);
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
        {"remarks" in state && state.remarks.map((remark) => <p key={remark}>{remark}</p>)}
        {"isReading" in state && state.isReading && <p class="soft">Reading…</p>}
      </div>
      {"events" in state && <CalendarEventList offer={state} importChosen={importChosen} />}
    </div>
  );
}

/** What is cancelled is of use only where it is here already, and may be the reason for importing the file. */
async function offerOf(file: CalendarFile): Promise<Exclude<State, { isReading: boolean }>> {
  if ("problem" in file) return file;
  const stored = await Promise.all(
    file.events.map(async (event) => !event.is_cancelled || (await storedOf([event])).length > 0),
  );
  const events = file.events.filter((_, at) => stored[at]);
  const leftOut = file.events.filter((_, at) => !stored[at]);
  const remarks = [lossText(file), leftOutText(leftOut)].filter(Boolean);
  if (events.length === 0) return { problem: [...remarks, "Nothing was changed."].join(" ") };
  return { events, cancelledHere: events.filter((one) => one.is_cancelled), remarks };
}

function lossText({ entryCount, lostCount, isCutOff }: CalendarContent): string {
  const entries = entryCount === 1 ? "entry" : "entries";
  const lost = lostCount > 0 && `${lostCount} of ${entryCount} ${entries} couldn't be read.`;
  const cut = isCutOff && "The end of the file is missing, so there may be more.";
  return [lost, cut].filter(Boolean).join(" ");
}

function leftOutText(events: CalendarEvent[]): string {
  const names = events.slice(0, NAMED_COUNT).map(({ name }) => name || "Untitled event");
  if (events.length === 0) return "";
  const more = events.length > names.length ? ` and ${events.length - names.length} more` : "";
  return `Cancelled, so left out: ${names.join(", ")}${more}.`;
}

async function importChosen(events: CalendarEvent[]): Promise<void> {
  const { undo, ids, ...outcome } = await importCalendarEvents(events);
  const isChanged = Object.values(outcome).some((some) => some.length > 0);
  go(ids.length === 1 ? `/events/${ids[0]}` : "/events", { replace: true });
  showToast(importText(outcome), isChanged ? { undo } : {});
}

function importText({ added, changed, cancelled }: Omit<ImportOutcome, "ids" | "undo">): string {
  const counts: [number, string][] = [
    [added.length, "added"],
    [changed.length, "updated"],
    [cancelled.length, "cancelled"],
  ];
  const parts = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  if (parts.length === 0) return "Nothing new: it's all here already.";
  return `From your calendar: ${parts.join(", ")}.`;
}

interface ListProps {
  offer: Offer;
  importChosen: (chosen: CalendarEvent[]) => void;
}

/** Upcoming events come first, then past ones from the latest back; what was cancelled is chosen already. */
function CalendarEventList({ offer: { events, cancelledHere }, importChosen }: ListProps) {
  const now = new Date();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(cancelledHere.map(({ calendar_uid }) => calendar_uid)),
  );
  const [isWhole, setWhole] = useState(false);
  const sorted = [
    ...events.filter((one) => isUpcoming(one, now)),
    ...events.filter((one) => !isUpcoming(one, now)).reverse(),
  ];
  const verb = cancelledHere.length > 0 ? "Add or update" : "Add";
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN_COUNT);
  const toggle = (uid: string) => setChosen(new Set([uid]).symmetricDifference(chosen));
  return (
    <fieldset class="stack">
      <legend>
        {events.length === 1 ? "Add this event?" : `Which of these ${events.length} events?`}
      </legend>
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
        {chosen.size === 0 ? "Choose at least one" : `${verb} ${chosen.size}`}
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
  const { name, place, series, is_cancelled } = event;
  const when = [eventTimesText(event, new Date()), series && "next of a series"];
  const where = [...when, place].filter(Boolean).join(" · ");
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
