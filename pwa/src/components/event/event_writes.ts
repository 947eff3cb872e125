/** Writes events and whether their targets were met, with a toast and an undo. */

import type { EventRecord } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { fieldsLike } from "../../data/record_body";
import { write } from "../../data/write";
import { readGoals } from "../../domain/events/goal";
import { showToast } from "../../ui/toast";

export type SavedEvent = Saved<"event">;

/** Set fields of an event; the first write creates it. */
export function setEvent({ id }: Pick<SavedEvent, "id">, set: Partial<EventRecord>): Promise<void> {
  return write({ kind: "event", id, set });
}

/** Set fields of an event, and show a toast with an undo. */
export async function changeEvent(
  event: SavedEvent,
  set: Partial<EventRecord>,
  words: string,
): Promise<void> {
  const before = fieldsLike({ ...set }, { ...event.body });
  await setEvent(event, set);
  showToast(words, { undo: () => setEvent(event, before) });
}

/** Save the first goal in the typed text as the goal, and set further ones aside. */
export function saveGoal({ id, body }: SavedEvent, typed: string): Promise<void> {
  const { goal, further } = readGoals(typed);
  const set_aside = [body.set_aside, further].filter(Boolean).join("\n");
  return setEvent({ id }, { goal, set_aside });
}

/** Make the first goal that was set aside the goal, and set the present one aside. */
export function swapGoal(event: SavedEvent): Promise<void> {
  const [first = "", ...others] = event.body.set_aside.split("\n");
  const set_aside = [...others, event.body.goal].filter(Boolean).join("\n");
  const goal = first.replace(/^(?:(?:and|also|plus|&|\+|as well as)\s+)+/i, "");
  return changeEvent(event, { goal, set_aside }, "Goal changed.");
}

/** Start an event by hand, which makes it the current one. */
export function startEvent(event: SavedEvent): Promise<void> {
  const set = { started_at: new Date().toISOString(), ended_at: null };
  return changeEvent(event, set, `${eventName(event)} has started.`);
}

/** End an event by hand. */
export function endEvent(event: SavedEvent): Promise<void> {
  const set = { ended_at: new Date().toISOString() };
  return changeEvent(event, set, `${eventName(event)} has ended.`);
}

/** Record that an event needs no goal. */
export function skipGoal(event: SavedEvent): Promise<void> {
  const set = { without_goal_at: new Date().toISOString() };
  return changeEvent(event, set, "No goal, just curious.");
}

/** Record when a target was met, or null where it was not met after all. */
export async function markMet(target: Saved<"target">, met_at: string | null): Promise<void> {
  const { id, body } = target;
  await write({ kind: "target", id, set: { met_at } });
  const undo = () => write({ kind: "target", id, set: { met_at: body.met_at } });
  showToast(met_at ? "Marked as met." : "Marked as not met.", { undo });
}

/** Return the name of an event, or what it is called without one. */
export function eventName({ body }: Pick<SavedEvent, "body">): string {
  return body.name || "Untitled event";
}
