/** Stores the events of a calendar; an event that was imported before is updated, not added again. */

import { derivedId } from "../../data/ids";
import { find } from "../../data/queries";
import { fieldsLike, isSameValue } from "../../data/record_body";
import { type Write, write } from "../../data/write";
import { ownValue } from "../../domain/own_value";
import type { CalendarEvent } from "./parse_ics";

export interface ImportOutcome {
  /** The ids of all these events, changed or not. */
  ids: string[];
  added: string[];
  changed: string[];
  undo: () => Promise<void>;
}

/** Store these events, all or none; notes that an event already has are kept. */
export async function importCalendarEvents(events: CalendarEvent[]): Promise<ImportOutcome> {
  const ids = await Promise.all(events.map((one) => eventIdOf(one.calendar_uid)));
  const steps = (await Promise.all(events.map(stepOf))).filter((step) => step !== undefined);
  if (steps.length > 0) await write(...steps.map(({ forth }) => forth));
  return {
    ids,
    added: steps.filter(({ isNew }) => isNew).map(({ forth }) => forth.id),
    changed: steps.filter(({ isNew }) => !isNew).map(({ forth }) => forth.id),
    undo: () => write(...steps.map(({ back }) => back)),
  };
}

async function stepOf({ is_cancelled: _shown, notes, ...fields }: CalendarEvent) {
  const id = await eventIdOf(fields.calendar_uid);
  const known = await find("event", id);
  const set = known?.body.notes ? fields : { ...fields, notes };
  const before = fieldsLike(set, { ...known?.body });
  const isSame = Object.entries(set).every(([name, value]) =>
    isSameValue(value, ownValue(before, name)),
  );
  if (known && isSame) return undefined;
  const back: Write = known
    ? ({ kind: "event", id, set: before } as Write)
    : { kind: "event", id, action: "delete" };
  return { isNew: !known, forth: { kind: "event", id, set } as const, back };
}

/** The id is the same on every device, so a file imported on two of them adds each event once. */
function eventIdOf(calendarUid: string): Promise<string> {
  return derivedId("", `calendar ${calendarUid}`);
}
