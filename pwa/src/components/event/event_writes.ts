/** What the event's page and the first screen change of an event, each with what takes it back. */

import type { EventRecord } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { write } from "../../data/write";
import { readGoals } from "../../domain/events/goal";
import { showToast } from "../../ui/toast";

export type SavedEvent = Saved<"event">;

/** Set fields of an event; a new one begins to exist with the first of them. */
export function setEvent({ id }: Pick<SavedEvent, "id">, set: Partial<EventRecord>): Promise<void> {
  return write({ kind: "event", id, set });
}

/** Set fields of an event and say so, with the way back. */
export async function changeEvent(
  event: SavedEvent,
  set: Partial<EventRecord>,
  words: string,
): Promise<void> {
  const before = Object.keys(set).map((name) => [name, event.body[name as keyof EventRecord]]);
  await setEvent(event, set);
  showToast(words, { undo: () => setEvent(event, Object.fromEntries(before)) });
}

/** Keep the first goal of what is typed as the goal, and set aside whatever goes beyond it. */
export function keepGoal({ id, body }: SavedEvent, typed: string): Promise<void> {
  const { goal, further } = readGoals(typed);
  const set_aside = [body.set_aside, further].filter(Boolean).join("\n");
  return setEvent({ id }, { goal, set_aside });
}

/** Put what was set aside in the place of the goal, and the goal aside. */
export function swapGoal(event: SavedEvent): Promise<void> {
  const [first = "", ...others] = event.body.set_aside.split("\n");
  const set_aside = [...others, event.body.goal].filter(Boolean).join("\n");
  const goal = first.replace(/^(?:(?:and|also|plus|&|\+|as well as)\s+)+/i, "");
  return changeEvent(event, { goal, set_aside }, "The goal is changed.");
}

/** Start an event by hand, which makes it the one that is on. */
export function startEvent(event: SavedEvent): Promise<void> {
  const set = { started_at: new Date().toISOString(), ended_at: null };
  return changeEvent(event, set, `${nameOf(event)} is on.`);
}

/** End an event by hand. */
export function endEvent(event: SavedEvent): Promise<void> {
  const set = { ended_at: new Date().toISOString() };
  return changeEvent(event, set, `${nameOf(event)} is over.`);
}

/** Say that an event needs no goal. */
export function goWithoutGoal(event: SavedEvent): Promise<void> {
  const set = { without_goal_at: new Date().toISOString() };
  return changeEvent(event, set, "No goal, just curious.");
}

/** Say whom an event's target was met, or that nobody was after all. */
export async function setMet(target: Saved<"target">, met_at: string | null): Promise<void> {
  const { id, body } = target;
  await write({ kind: "target", id, set: { met_at } });
  const undo = () => write({ kind: "target", id, set: { met_at: body.met_at } });
  showToast(met_at ? "Met." : "Not met yet.", { undo });
}

/** Give the name of an event, or what it is called without one. */
export function nameOf({ body }: Pick<SavedEvent, "body">): string {
  return body.name || "An event without a name";
}
