/** Says what a record is, and what a field of it said once. */

import { countInWords } from "../../data/kind_words";
import type { Body } from "../../data/types";
import { dayText, exactMomentText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

const kinds: Record<string, string> = {
  person: "Person",
  conversation: "Conversation",
  follow_up: "Follow-up",
  event: "Event",
  setting: "Setting",
};

/** Say what kind of thing a record is. */
export function kindText(kind: string): string {
  return kinds[kind] ?? "Record";
}

/** Say by what a record is known: the first of its texts that says something. */
export function recordText(body: Body): string {
  const known = ["name", "who", "what", "problem", "promise", "notes", "traits"];
  const text = known
    .map((field) => body[field])
    .find((value) => typeof value === "string" && value);
  return typeof text === "string" ? text : "without a name";
}

/** Say a value of a field; an empty one gives nothing. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return sayList(field, value);
  if (typeof value !== "string") return String(value);
  if (field.endsWith("_at")) return exactMomentText(value);
  if (field.endsWith("_on")) return dayText(value, localDay(new Date()));
  return field === "channel" ? value.replaceAll("_", " ") : value;
}

function sayList(field: string, values: unknown[]): string {
  if (!field.endsWith("_ids")) return values.join(", ");
  return values.length === 0 ? "" : countInWords("person", values.length);
}
