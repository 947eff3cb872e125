/** What the fields of records are called on screen. */
import { type Kind, labels } from "./kinds.gen";

/**
 * Return the label of a field, as the schema has it, for use within a sentence.
 * @param kind - may be one that only a newer version of the app knows, as may the field
 */
export function fieldLabel(kind: string, field: string): string {
  return labels[kind as Kind]?.[field] ?? field.replaceAll("_", " ");
}

/** Return the label of a field with a capital, for use as a heading. */
export function fieldTitle(kind: Kind, field: string): string {
  const label = fieldLabel(kind, field);
  return label.charAt(0).toUpperCase() + label.slice(1);
}
