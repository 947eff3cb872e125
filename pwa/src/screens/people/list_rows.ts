/** The rows of the list of people: everybody, or what a search found, one row for each person. */
import { type MarkKind, markOf } from "../../components/inline_edit/mark";
import { fieldLabel } from "../../data/field_words";
import { nameOf } from "../../data/names";
import type { Hit } from "../../data/search";
import { postOf } from "./people_order";
import type { SavedPerson } from "./person_query";

export interface ListRow {
  id: string;
  href: string | null;
  name: string;
  detail: string;
  /** What the words were found in; null where that is plain from the words, or nothing was searched. */
  foundIn: string | null;
  further: number;
  mark: MarkKind;
}

/** Make the row of a person who is simply listed. */
export function rowOf(person: SavedPerson): ListRow {
  return {
    id: person.id,
    href: `/people/${person.id}`,
    name: nameOf(person.body),
    detail: postOf(person.body) || (person.body.name && person.body.traits),
    foundIn: null,
    further: 0,
    mark: markOf(person),
  };
}

/** Make the rows of what was found: the best hit of each person, in the order of these; a card and its record are one. */
export function rowsOfHits(hits: Hit[], people: Map<string, SavedPerson>): ListRow[] {
  const rows = new Map<string, ListRow>();
  for (const hit of hits) {
    const listed = hit.personIds.find((personId) => people.has(personId));
    if (!listed && isOfSomebody(hit)) continue;
    const id = listed ?? hit.id;
    const row = rows.get(id);
    if (!row) rows.set(id, rowOfHit(hit, people.get(id)));
    else if (row.detail !== hit.excerpt) row.further += 1;
  }
  return [...rows.values()];
}

/** A problem of nobody stands on its conversation, and what I can help with on my own card. */
function isOfSomebody({ kind }: Hit): boolean {
  return kind === "problem" || kind === "strength";
}

function rowOfHit(hit: Hit, person: SavedPerson | undefined): ListRow {
  return {
    id: person?.id ?? hit.id,
    href: pathTo(hit, person),
    name: person ? nameOf(person.body) : (nameless[hit.kind] ?? "Something else"),
    detail: hit.field === "name" && person ? postOf(person.body) : hit.excerpt,
    foundIn: isPlain(hit.field) ? null : fieldLabel(hit.kind, hit.field),
    further: 0,
    mark: person ? markOf(person) : null,
  };
}

/** "tall, climbs" needs no name in front, and no row of a phone has room for it. */
function isPlain(field: string): boolean {
  return field === "name" || field === "traits";
}

const nameless: Record<string, string> = {
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
