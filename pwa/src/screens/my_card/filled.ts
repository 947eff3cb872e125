/** What a scanned code adds to a person: empty fields are filled, nothing is replaced, nothing dropped. */

import { fieldTitle } from "../../data/field_words";
import { foldText } from "../../data/fold_text";
import { limits, type PersonRecord } from "../../data/kinds.gen";
import {
  isListField,
  type VcardListField,
  type VcardPerson,
  type VcardTextField,
  vcardFields,
} from "../../domain/vcard/vcard_person";
import { freshOf } from "./same_contact";

/**
 * Say what to set of a person so that everything scanned is kept; what fits no field goes to the notes.
 * takes: what is known of the person already
 */
export function filled(body: PersonRecord, facts: VcardPerson): Partial<PersonRecord> {
  const parts = vcardFields.map((field) =>
    isListField(field) ? listOf(field, body, facts) : textOf(field, body, facts),
  );
  const left = parts.flatMap((part) => part.left);
  return Object.assign(
    {},
    ...parts.map(({ set }) => set),
    withNotes(body.notes, [...left, facts.notes]),
  );
}

/** Give the notes with these lines below them, each once; nothing where no line is new. */
export function withNotes(before: string, lines: string[]): { notes?: string } {
  const isNoted = (line: string) => `\n${before}\n`.includes(`\n${line}\n`);
  const fresh = lines.filter((line) => line && !isNoted(line));
  return fresh.length > 0 ? { notes: [before, ...fresh].filter(Boolean).join("\n") } : {};
}

interface Part {
  set: Partial<PersonRecord>;
  left: string[];
}

function textOf(field: VcardTextField, body: PersonRecord, facts: VcardPerson): Part {
  const said = facts[field];
  const set = said && !body[field] ? { [field]: clipped(said) } : {};
  const isSaid = foldText(set[field] ?? body[field]).trim() === foldText(said).trim();
  return { set, left: said && !isSaid ? [`${fieldTitle("person", field)}: ${said}`] : [] };
}

function listOf(field: VcardListField, body: PersonRecord, facts: VcardPerson): Part {
  const fresh = freshOf(field, body[field], facts[field]);
  const room = limits.items - body[field].length;
  const fitting = fresh.filter((item) => clipped(item) === item).slice(0, Math.max(0, room));
  const left = fresh.filter((item) => !fitting.includes(item));
  return {
    set: fitting.length > 0 ? { [field]: [...body[field], ...fitting] } : {},
    left: left.map((item) => `${fieldTitle("person", field)}: ${item}`),
  };
}

function clipped(text: string): string {
  return [...text].slice(0, limits.line).join("");
}
