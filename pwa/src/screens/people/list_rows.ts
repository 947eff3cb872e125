/** The rows of the list of people: everybody, or what a search found, one row per person. */
import { type UnsyncedMarkKind, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import type { PersonRecord } from "../../data/kinds.gen";
import { nameOf } from "../../data/names";
import type { Hit } from "../../data/search";
import { fieldLabel } from "../../data/words";
import { ownValue } from "../../domain/own_value";
import type { SavedPerson } from "./person_query";

/** A row of the list: a person, or a record without a person that a search found. */
export interface ListRow {
  id: string;
  href: string | null;
  name: string;
  detail: string;
  /** The field in which the words were found; null where that is obvious, or nothing was searched. */
  foundIn: string | null;
  /** How many more hits this person has. */
  further: number;
  mark: UnsyncedMarkKind;
}

/** Return the row of a person in the whole list. */
export function rowOf(person: SavedPerson): ListRow {
  return {
    id: person.id,
    href: `/people/${person.id}`,
    name: nameOf(person.body),
    detail: postOf(person.body) || (person.body.name && person.body.traits),
    foundIn: null,
    further: 0,
    mark: unsyncedMarkOf(person),
  };
}

/** Return the rows of a search: the best hit of each person, in the order of the hits; a card and its record count once. */
export function rowsOfHits(hits: Hit[], people: Map<string, SavedPerson>): ListRow[] {
  const rows = new Map<string, ListRow>();
  for (const hit of hits) {
    const listed = hit.personIds.find((personId) => people.has(personId));
    if (!listed && needsPerson(hit)) continue;
    const id = listed ?? hit.id;
    const row = rows.get(id);
    if (!row) rows.set(id, rowOfHit(hit, people.get(id)));
    else if (row.detail !== hit.excerpt) row.further += 1;
  }
  return [...rows.values()];
}

/** A problem without a person is shown by its conversation, and my own strengths are on my card. */
function needsPerson({ kind }: Hit): boolean {
  return kind === "problem" || kind === "strength";
}

/** Return what somebody does where: "CTO at Fjord", or the half that is known. */
function postOf({ role, organisation }: PersonRecord): string {
  return [role, organisation].filter(Boolean).join(" at ");
}

function rowOfHit(hit: Hit, person: SavedPerson | undefined): ListRow {
  return {
    id: person?.id ?? hit.id,
    href: pathTo(hit, person),
    name: person ? nameOf(person.body) : (ownValue(titles, hit.kind) ?? "Something else"),
    detail: hit.field === "name" && person ? postOf(person.body) : hit.excerpt,
    foundIn: isObvious(hit.field) ? null : fieldLabel(hit.kind, hit.field),
    further: 0,
    mark: person ? unsyncedMarkOf(person) : null,
  };
}

/** "tall, climbs" needs no name of the field before it, and a phone has no room for one. */
function isObvious(field: string): boolean {
  return field === "name" || field === "traits";
}

const titles: Record<string, string> = {
  conversation: "A conversation",
  follow_up: "A follow-up",
  event: "An event",
};

function pathTo({ kind, id }: Hit, person: SavedPerson | undefined): string | null {
  if (person) return person.id === id ? `/people/${id}` : `/people/${person.id}?at=${id}`;
  if (kind === "follow_up") return `/follow-ups/${id}`;
  if (kind === "event") return `/events/${id}`;
  return kind === "conversation" ? `/people/conversations/${id}` : null;
}
