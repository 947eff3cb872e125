/** What a scanned code adds to a person: empty fields are filled, nothing is replaced, nothing dropped. */

import { foldText } from "../../data/fold_text";
import { limits, type PersonRecord } from "../../data/kinds.gen";
import type { ContactFacts } from "../../domain/vcard/contact_facts";
import { freshOf, type Several } from "./same_contact";

type OneText = "name" | "role" | "organisation";

const titles: Record<OneText | Several, string> = {
  name: "Name",
  role: "Role",
  organisation: "Organisation",
  emails: "E-mail",
  phones: "Phone",
  links: "Link",
};

/**
 * Say what to set of a person so that everything scanned is kept; what fits no field goes to the notes.
 * takes: what is known of the person already
 */
export function filled(body: PersonRecord, facts: ContactFacts): Partial<PersonRecord> {
  const texts = (["name", "role", "organisation"] as const).map((field) =>
    textOf(field, body, facts),
  );
  const lists = (["emails", "phones", "links"] as const).map((field) => listOf(field, body, facts));
  const parts = [...texts, ...lists];
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

function textOf(field: OneText, body: PersonRecord, facts: ContactFacts): Part {
  const said = facts[field];
  const set = said && !body[field] ? { [field]: clipped(said) } : {};
  const isSaid = foldText(set[field] ?? body[field]).trim() === foldText(said).trim();
  return { set, left: said && !isSaid ? [`${titles[field]}: ${said}`] : [] };
}

function listOf(field: Several, body: PersonRecord, facts: ContactFacts): Part {
  const fresh = freshOf(field, body[field], facts[field]);
  const room = limits.items - body[field].length;
  const fitting = fresh.filter((item) => clipped(item) === item).slice(0, Math.max(0, room));
  const left = fresh.filter((item) => !fitting.includes(item));
  return {
    set: fitting.length > 0 ? { [field]: [...body[field], ...fitting] } : {},
    left: left.map((item) => `${titles[field]}: ${item}`),
  };
}

function clipped(text: string): string {
  return [...text].slice(0, limits.line).join("");
}
