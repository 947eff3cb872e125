/** What setting fields does to a body: null takes the field away, so that its default is read. */
import type { Body } from "./types";

/** Give the body with these fields set. */
export function withFields(body: Body, set: Body): Body {
  const kept = Object.entries({ ...body, ...set }).filter(([, value]) => value !== null);
  return Object.fromEntries(kept);
}

/** Give what stands in the body under the names of these fields, null where nothing does. */
export function fieldsLike(set: Body, body: Body): Body {
  return Object.fromEntries(Object.keys(set).map((name) => [name, body[name] ?? null]));
}

/** Tell whether two values of a field are equal, lists by their items. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}
