/** What a scanned code adds to a person: it fills empty fields, replaces nothing and drops nothing. */

import { foldText } from "../../data/fold_text";
import { limits, type PersonRecord } from "../../data/kinds.gen";
import { fieldTitle } from "../../data/words";
import {
  isListField,
  type VcardListField,
  type VcardPerson,
  type VcardTextField,
  vcardFields,
} from "../../domain/vcard/vcard_person";
import { newOnes } from "./same_contact";

/**
 * Return what to set of a person to keep everything that was scanned; what fits no field goes to the notes.
 * @param body - the person as stored
 */
export function fieldsToFill(body: PersonRecord, facts: VcardPerson): Partial<PersonRecord> {
  const parts = vcardFields.map((field) =>
    isListField(field) ? listOf(field, body, facts) : textOf(field, body, facts),
  );
  const rest = parts.flatMap((part) => part.rest);
  return Object.assign(
    {},
    ...parts.map(({ set }) => set),
    withNotes(body.notes, [...rest, facts.notes]),
  );
}

/** Return the notes with these lines added, each once; nothing where no line is new. */
export function withNotes(before: string, lines: string[]): { notes?: string } {
  const isNoted = (line: string) => `\n${before}\n`.includes(`\n${line}\n`);
  const fresh = lines.filter((line) => line && !isNoted(line));
  return fresh.length > 0 ? { notes: [before, ...fresh].filter(Boolean).join("\n") } : {};
}

interface Part {
  set: Partial<PersonRecord>;
  rest: string[];
}

function textOf(field: VcardTextField, body: PersonRecord, facts: VcardPerson): Part {
  const scanned = facts[field];
  const set = scanned && !body[field] ? { [field]: clipped(scanned) } : {};
  const isStored = foldText(set[field] ?? body[field]).trim() === foldText(scanned).trim();
  return {
    set,
    rest: scanned && !isStored ? [`${fieldTitle("person", field)}: ${scanned}`] : [],
  };
}

function listOf(field: VcardListField, body: PersonRecord, facts: VcardPerson): Part {
  const added = newOnes(field, body[field], facts[field]);
  const room = limits.items - body[field].length;
  const fitting = added.filter((item) => clipped(item) === item).slice(0, Math.max(0, room));
  const rest = added.filter((item) => !fitting.includes(item));
  return {
    set: fitting.length > 0 ? { [field]: [...body[field], ...fitting] } : {},
    rest: rest.map((item) => `${fieldTitle("person", field)}: ${item}`),
  };
}

function clipped(text: string): string {
  return [...text].slice(0, limits.line).join("");
}
