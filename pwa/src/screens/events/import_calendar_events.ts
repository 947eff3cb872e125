/** Stores the events of a calendar; an event that was imported before is updated, not added again. */

import { derivedId } from "../../data/ids";
import type { EventRecord } from "../../data/kinds.gen";
import { all, find, type Saved } from "../../data/queries";
import { fieldsLike, isSameValue } from "../../data/record_body";
import { type Write, write } from "../../data/write";
import type { CalendarEvent } from "./parse_ics";

export interface ImportOutcome {
  /** The ids of all these events, changed or not. */
  ids: string[];
  added: string[];
  changed: string[];
  /** The ids of those that are now marked as cancelled; none of them is deleted. */
  cancelled: string[];
  undo: () => Promise<void>;
}

/**
 * Store these events, all or none; notes and a series that an event already has are kept. A cancelled event is marked
 * where it is stored, and not added.
 */
export async function importCalendarEvents(events: CalendarEvent[]): Promise<ImportOutcome> {
  const [going, cancelled] = [false, true].map((is) =>
    events.filter((one) => one.is_cancelled === is),
  );
  const marked = await storedOf(cancelled ?? []);
  const steps = [
    ...(await Promise.all((going ?? []).map(stepOf))),
    ...marked.filter(({ body }) => !body.cancelled_at).map(cancelStep),
  ].filter((step) => step !== undefined);
  if (steps.length > 0) await write(...steps.map(({ forth }) => forth));
  const idsOf = (wanted: Step["sort"]) =>
    steps.filter(({ sort }) => sort === wanted).map(({ forth }) => forth.id);
  const ids = await Promise.all((going ?? []).map((one) => eventIdOf(one.calendar_uid)));
  return {
    ids: [...ids, ...marked.map(({ id }) => id)],
    added: idsOf("added"),
    changed: idsOf("changed"),
    cancelled: idsOf("cancelled"),
    undo: () => write(...steps.map(({ back }) => back)),
  };
}

/** Return the stored events that these mean; the id of a series means each of its occurrences. */
export async function storedOf(events: CalendarEvent[]): Promise<Saved<"event">[]> {
  if (events.length === 0) return [];
  const uids = new Set(events.map((one) => one.calendar_uid));
  const stored = (await all("event")).filter(({ body }) => body.calendar_uid);
  return stored.filter(
    ({ body: { calendar_uid } }) =>
      uids.has(calendar_uid) || uids.has(calendar_uid.replace(/ [\dT:.-]+Z$/, "")),
  );
}

interface Step {
  sort: "added" | "changed" | "cancelled";
  forth: Write & { id: string };
  back: Write;
}

async function stepOf(event: CalendarEvent): Promise<Step | undefined> {
  const id = await eventIdOf(event.calendar_uid);
  const known = await find("event", id);
  const set = fieldsFor(event, known?.body);
  const before = fieldsLike(set, { ...known?.body });
  const isSame = Object.entries(set).every(([name, value]) => isSameValue(value, before[name]));
  if (known && isSame) return undefined;
  const back: Write = known
    ? ({ kind: "event", id, set: before } as Write)
    : { kind: "event", id, action: "delete" };
  return { sort: known ? "changed" : "added", forth: { kind: "event", id, set }, back };
}

/** A moment that is only written differently is no change, nor are the midnights of the same days elsewhere. */
function fieldsFor(event: CalendarEvent, known: EventRecord | undefined): Partial<EventRecord> {
  const { is_cancelled: _shown, notes, series, ...fields } = event;
  const { starts_at, ends_at } = known && isSameTime(event, known) ? known : event;
  return {
    ...fields,
    starts_at,
    ends_at,
    ...(known?.notes ? {} : { notes }),
    ...(series && !known?.series ? { series } : {}),
    ...(known?.cancelled_at ? { cancelled_at: null } : {}),
  };
}

function isSameTime(event: CalendarEvent, known: EventRecord): boolean {
  if (event.starts_on !== known.starts_on || event.ends_on !== known.ends_on) return false;
  const moments = ({ starts_at, ends_at }: CalendarEvent | EventRecord) =>
    [starts_at, ends_at].map((at) => at && Date.parse(at)).join();
  return event.starts_on !== null || moments(event) === moments(known);
}

function cancelStep({ id }: Saved<"event">): Step {
  const set = (cancelled_at: string | null) => ({
    kind: "event" as const,
    id,
    set: { cancelled_at },
  });
  return { sort: "cancelled", forth: set(new Date().toISOString()), back: set(null) };
}

/** The id is the same on every device, so a file imported on two of them adds each event once. */
function eventIdOf(calendarUid: string): Promise<string> {
  return derivedId("", `calendar ${calendarUid}`);
}
