/** Sets, compares and normalises the fields of a record's body. */

import { ownValue } from "../domain/own_value";
import type { Body } from "./types";

/** Return the body with these fields set; null removes a field, so that its default is read. */
export function withFields(body: Body, set: Body): Body {
  const kept = Object.entries({ ...body, ...set }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept);
}

/** Return the body's values of the fields that `set` names, null where there is none. */
export function fieldsLike(set: Body, body: Body): Body {
  return Object.fromEntries(Object.keys(set).map((name) => [name, ownValue(body, name) ?? null]));
}

/** Check whether two values of a field are equal as JSON: the order of an object's names does not count. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null, sortNames) === JSON.stringify(b ?? null, sortNames);
}

function sortNames(_name: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Return a value with every text in it as the server accepts it: NFC, without NUL, lines ending in LF. */
export function normalizeText<T>(value: T): T {
  if (typeof value === "string") return normalizeString(value) as T;
  if (Array.isArray(value)) return value.map(normalizeText) as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, normalizeText(inner)]),
  ) as T;
}

function normalizeString(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n").normalize("NFC");
}
