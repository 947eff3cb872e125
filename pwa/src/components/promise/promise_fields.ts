/** The fields of a follow-up, for the inline editor: its words, its day, its time. */

import type { FollowUpRecord } from "../../data/kinds.gen";
import { editRecord } from "../../data/note_records";
import type { Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import type { Field } from "../inline_edit/field_editor";
import { dayOf } from "./promise";

type FollowUp = Saved<"follow_up">;

/** Return the field of the words. */
export function whatField(followUp: FollowUp): Field {
  const save = saveWith(followUp, (what) => ({ what }));
  return { name: "what", label: "what is owed", kind: "text", value: followUp.body.what, save };
}

/** Return the field of the due day; a time of day moves with it. */
export function dayField(followUp: FollowUp): Field {
  const time = timeOf(followUp.body);
  const save = saveWith(followUp, (day) => dueAt(day, time));
  const value = dayOf(followUp.body) ?? "";
  return { name: "due_on", label: "due date", kind: "date", value, save };
}

/** Return the field of the time of day, which makes the follow-up due at that moment instead of on that day. */
export function timeField(followUp: FollowUp): Field {
  const day = dayOf(followUp.body) ?? localDay(new Date());
  const save = saveWith(followUp, (time) => dueAt(day, time));
  const value = timeOf(followUp.body);
  return { name: "due_at", label: "time of day", kind: "time", value, save };
}

function saveWith(followUp: FollowUp, setOf: (typed: string) => Partial<FollowUpRecord>) {
  return async (typed: string) => void (await editRecord(followUp, setOf(typed)));
}

function timeOf({ due_at }: FollowUpRecord): string {
  if (!due_at) return "";
  const moment = new Date(due_at);
  const parts = [moment.getHours(), moment.getMinutes()];
  return parts.map((part) => `${part}`.padStart(2, "0")).join(":");
}

function dueAt(day: string, time: string): Partial<FollowUpRecord> {
  const due_at = day && time ? new Date(`${day}T${time}`).toISOString() : null;
  return { due_on: day || null, due_at };
}
