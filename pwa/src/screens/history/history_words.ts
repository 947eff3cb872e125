/** The words for a record and for the values of its fields. */

import type { Body } from "../../data/types";
import { countInWords } from "../../data/words";
import { dayText, exactMomentText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { ownValue } from "../../domain/own_value";

const kinds: Record<string, string> = {
  person: "Person",
  conversation: "Conversation",
  follow_up: "Follow-up",
  event: "Event",
  setting: "Setting",
};

/** Return the name of a kind of record. */
export function kindText(kind: string): string {
  return ownValue(kinds, kind) ?? "Record";
}

/** Return a text by which a record is recognised: the first of its texts that is not empty. */
export function recordText(body: Body): string {
  const fields = ["name", "who", "what", "problem", "promise", "notes", "traits"];
  const text = fields
    .map((field) => ownValue(body, field))
    .find((value) => typeof value === "string" && value);
  return typeof text === "string" ? text : "No name";
}

/** Return a value of a field in words; nothing where it is empty. */
export function valueText(field: string, value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (Array.isArray(value)) return listText(field, value);
  if (typeof value !== "string") return String(value);
  if (field.endsWith("_at")) return exactMomentText(value);
  if (field.endsWith("_on")) return dayText(value, localDay(new Date()));
  return field === "channel" ? value.replaceAll("_", " ") : value;
}

function listText(field: string, values: unknown[]): string {
  if (!field.endsWith("_ids")) return values.join(", ");
  return values.length === 0 ? "" : countInWords("person", values.length);
}
