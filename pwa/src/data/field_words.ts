/** What the fields of records are called on screen. */
import { type Kind, labels } from "./kinds.gen";

/**
 * Return the label of a field, as the schema has it, for use within a sentence.
 * @param kind - may be one that only a newer version of the app knows, as may the field
 */
export function fieldLabel(field: string, kind: string): string {
  return labels[kind as Kind]?.[field] ?? field.replaceAll("_", " ");
}
