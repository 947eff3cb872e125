/** Makes events of what a calendar tells; the same calendar id again changes the event, and adds none. */

import { derivedId } from "../../data/ids";
import { find } from "../../data/queries";
import { fieldsLike, isSameValue } from "../../data/record_body";
import { type Write, write } from "../../data/write";
import type { Occasion } from "./calendar";

export interface ImportOutcome {
  /** The events of all these occasions, changed or not. */
  ids: string[];
  added: string[];
  changed: string[];
  undo: () => Promise<void>;
}

/** Store these occasions as events, all or none; what was noted at an event stays as it is. */
export async function importOccasions(occasions: Occasion[]): Promise<ImportOutcome> {
  const ids = await Promise.all(occasions.map((one) => eventIdOf(one.calendar_uid)));
  const steps = (await Promise.all(occasions.map(stepOf))).filter((step) => step !== undefined);
  if (steps.length > 0) await write(...steps.map(({ forth }) => forth));
  return {
    ids,
    added: steps.filter(({ isNew }) => isNew).map(({ forth }) => forth.id),
    changed: steps.filter(({ isNew }) => !isNew).map(({ forth }) => forth.id),
    undo: () => write(...steps.map(({ back }) => back)),
  };
}

async function stepOf({ is_cancelled: _shown, notes, ...told }: Occasion) {
  const id = await eventIdOf(told.calendar_uid);
  const known = await find("event", id);
  const set = known?.body.notes ? told : { ...told, notes };
  const before = fieldsLike(set, { ...known?.body });
  const isSame = Object.entries(set).every(([name, value]) => isSameValue(value, before[name]));
  if (known && isSame) return undefined;
  const back: Write = known
    ? ({ kind: "event", id, set: before } as Write)
    : { kind: "event", id, action: "delete" };
  return { isNew: !known, forth: { kind: "event", id, set } as const, back };
}

/** The same on every device, so that a file taken in on two of them adds one event. */
function eventIdOf(calendarUid: string): Promise<string> {
  return derivedId("", `calendar ${calendarUid}`);
}
