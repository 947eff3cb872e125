/** Reads what a line says about its people: role, organisation, contact details. */

import { defaults, limits } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import type { Found, ParsedNote } from "../../domain/note_parser/parsed_note";
import type { Card } from "./card";
import { acceptedValue, partKey, toParts } from "./line_parts";
import type { LinePeople } from "./line_people";
import type { LineFields, LinePart, NotePerson } from "./reading";

interface AboutPeople {
  facts: Record<string, Partial<LineFields>>;
  parts: LinePart[];
}

interface Context {
  card: Card;
  known: Saved<"person">[];
}

/** A field to be filled: whose it is, and what was found for it. */
interface Fact {
  person: NotePerson;
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

/** Return what a line says about each person; about a known one only what was not known yet. */
export function fieldsOfLine(
  note: ParsedNote,
  linePeople: LinePeople,
  { card, known }: Context,
): AboutPeople {
  const found = [...positions(note, linePeople), ...contacts(note, linePeople, card)].filter(
    ({ found }) => found.value.length <= limits.line,
  );
  const free = found.filter((fact) => isFree(fact, { card, known }));
  const facts: AboutPeople["facts"] = {};
  for (const { person, field, found } of free) {
    const value = acceptedValue(found, card.decisions[partKey(labels[field], found.value)]);
    if (value) facts[person.id] = withFact(facts[person.id], field, value);
  }
  const { decisions } = card;
  const parts = free.flatMap(({ field, found }) =>
    toParts(found, { label: labels[field], decisions }),
  );
  return { facts, parts: eachOnce(parts) };
}

/** What is said about two people at once is one part, with one decision. */
function eachOnce(parts: LinePart[]): LinePart[] {
  return [...new Map(parts.map((part) => [part.key, part])).values()];
}

function positions({ who }: ParsedNote, { matches }: LinePeople): Fact[] {
  return who.flatMap(({ role, organisation }, index) => {
    const one = matches[index];
    if (!one) return [];
    const found = { role, organisation };
    return (["role", "organisation"] as const).flatMap((field) =>
      found[field] ? [{ person: one, field, found: found[field] }] : [],
    );
  });
}

/** With several people on the card it is unknown whose number it is, so it stays in the line. */
function contacts(
  { phones, emails, links }: ParsedNote,
  { people }: LinePeople,
  card: Card,
): Fact[] {
  const everyone = [...card.chosen, ...people];
  const only = everyone.length === 1 ? everyone[0] : undefined;
  if (!only) return [];
  const found = { phones, emails, links };
  return (["phones", "emails", "links"] as const).flatMap((field) =>
    found[field].map((one) => ({ person: only, field, found: one })),
  );
}

/** A field that this line filled itself counts as free. */
function isFree({ person, field }: Fact, { card, known }: Context): boolean {
  if (person.isNew || card.reading?.facts[person.id]?.[field]) return true;
  const body = known.find(({ id }) => id === person.id)?.body ?? defaults.person;
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
