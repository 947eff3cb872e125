/** Says what a line tells of its people: role, organisation, ways to reach them. */

import { defaults, limits } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import type { Found, ParsedNote } from "../../domain/note_parser/parsed_note";
import type { Card } from "./card";
import { keyOf, partOf, takenAs } from "./line_parts";
import type { OnLine } from "./line_people";
import type { LineFields, Part } from "./reading";
import type { Met } from "./typed";

interface AboutPeople {
  facts: Record<string, Partial<LineFields>>;
  parts: Part[];
}

interface Of {
  card: Card;
  known: Saved<"person">[];
}

/** A place to be filled: whose it is, which field, and what was found for it. */
interface Fact {
  met: Met;
  field: keyof LineFields;
  found: Found;
}

const labels: Record<keyof LineFields, string> = {
  role: "Role",
  organisation: "Organisation",
  phones: "Phone",
  emails: "E-mail",
  links: "Link",
};

/** Give what a line says of each person; of a known one only what was not known yet. */
export function fieldsOfLine(
  understood: ParsedNote,
  onLine: OnLine,
  { card, known }: Of,
): AboutPeople {
  const said = [...positions(understood, onLine), ...contacts(understood, onLine, card)].filter(
    ({ found }) => found.value.length <= limits.line,
  );
  const free = said.filter((fact) => isFree(fact, { card, known }));
  const facts: AboutPeople["facts"] = {};
  for (const { met, field, found } of free) {
    const value = takenAs(found, card.decisions[keyOf(labels[field], found.value)]);
    if (value) facts[met.id] = withFact(facts[met.id], field, value);
  }
  const { decisions } = card;
  const parts = free.flatMap(({ field, found }) =>
    partOf(found, { label: labels[field], decisions }),
  );
  return { facts, parts: eachOnce(parts) };
}

/** What is said of two people at once is one part, with one decision. */
function eachOnce(parts: Part[]): Part[] {
  return [...new Map(parts.map((part) => [part.key, part])).values()];
}

function positions({ who }: ParsedNote, { met }: OnLine): Fact[] {
  return who.flatMap(({ role, organisation }, at) => {
    const one = met[at];
    if (!one) return [];
    const found = { role, organisation };
    return (["role", "organisation"] as const).flatMap((field) =>
      found[field] ? [{ met: one, field, found: found[field] }] : [],
    );
  });
}

/** With several people on the card nobody can tell whose number it is: it stays in the line. */
function contacts({ phones, emails, links }: ParsedNote, { people }: OnLine, card: Card): Fact[] {
  const everyone = [...card.met, ...people];
  const only = everyone.length === 1 ? everyone[0] : undefined;
  if (!only) return [];
  const found = { phones, emails, links };
  return (["phones", "emails", "links"] as const).flatMap((field) =>
    found[field].map((one) => ({ met: only, field, found: one })),
  );
}

/** What this line filled in itself does not stand in its own way. */
function isFree({ met, field }: Fact, { card, known }: Of): boolean {
  if (met.isNew || card.read?.facts[met.id]?.[field]) return true;
  const body = known.find(({ id }) => id === met.id)?.body ?? defaults.person;
  return body[field].length === 0;
}

function withFact(
  facts: Partial<LineFields> | undefined,
  field: keyof LineFields,
  value: string,
): Partial<LineFields> {
  if (field === "role" || field === "organisation") return { ...facts, [field]: value };
  return { ...facts, [field]: [...new Set([...(facts?.[field] ?? []), value])] };
}
