/** Says who a line is about: known people are linked, others are new, and a doubtful name asks. */

import type { Saved } from "../../data/queries";
import type { FoundPerson, ParsedNote, Who } from "../../domain/note_parser/parsed_note";
import type { Card } from "./card";
import { namesake } from "./known";
import { keyOf } from "./line_parts";
import type { Decision, Part } from "./reading";
import type { Met } from "./typed";

type Person = Saved<"person">;

/** `met` stands beside each of those who were found: who that is, or nobody. */
export interface OnLine {
  people: Met[];
  met: (Met | null)[];
  parts: Part[];
}

/** Say who the people of a line are. */
export function peopleOf(who: ParsedNote["who"], card: Card, known: Person[]): OnLine {
  const ids = [card.next, ...card.further];
  const found = who.slice(0, ids.length).map((one, at) => {
    const fresh = { id: ids[at] as string, name: wordsOf(one, card.typed.who), isNew: true };
    if (!one.name) return nameless(fresh, card, who.length);
    return personOf(one.name, {
      fresh,
      known,
      decision: card.decisions[keyOf("Person", fresh.name)],
    });
  });
  const met = found.map((one) => one.met);
  const people = met.filter((one): one is Met => one !== null && !isOn(card.met, one));
  return { people, met, parts: found.flatMap(({ parts }) => parts) };
}

interface FoundOne {
  met: Met | null;
  parts: Part[];
}

interface Whom {
  fresh: Met;
  known: Person[];
  decision: Decision | undefined;
}

/** "CTO at Fjord" is said of the one already on the card, else it is a description of somebody new. */
function nameless(fresh: Met, { met }: Card, count: number): FoundOne {
  const only = count === 1 && met.length === 1 ? met[0] : undefined;
  return { met: only ?? (met.length === 0 ? fresh : null), parts: [] };
}

function personOf(name: FoundPerson, { fresh, known, decision }: Whom): FoundOne {
  if (decision?.is === "not") return { met: null, parts: [] };
  const candidates = known.filter(({ id }) => name.person_ids.includes(id));
  const met = whoIs(name, { fresh, candidates, known, decision });
  const isAsking = !decision && !name.sure;
  return {
    met,
    parts: [partOf(met ?? fresh, name.value, isAsking ? asking(name, candidates) : [])],
  };
}

function whoIs(
  name: FoundPerson,
  { fresh, candidates, known, decision }: Whom & { candidates: Person[] },
): Met | null {
  if (decision?.is === "known") return metOf(known.find(({ id }) => id === decision.id));
  if (decision?.is === "so")
    return metOf(namesake(known, decision.value)) ?? { ...fresh, name: decision.value };
  if (decision?.is === "new" || candidates.length === 0) return fresh;
  return name.sure ? metOf(candidates[0]) : null;
}

function asking({ value }: FoundPerson, candidates: Person[]): Part["choices"] {
  if (candidates.length === 0) return [{ words: "Yes", decision: { is: "so", value } }];
  const links = candidates.map(({ id, body }) => ({
    words: body.name,
    decision: { is: "known" as const, id },
  }));
  return [...links, { words: "Somebody new", decision: { is: "new" } }];
}

/** To dismiss a known person is to say that it is somebody else of that name. */
function partOf({ name, isNew }: Met, found: string, choices: Part["choices"]): Part {
  const isLink = !isNew && choices.length === 0;
  return {
    key: keyOf("Person", found),
    label: isLink ? "You know" : "Person",
    said: name,
    value: name,
    is_day: false,
    choices,
    dismissal: { is: isLink ? "new" : "not" },
  };
}

function metOf(person: Person | undefined): Met | null {
  return person ? { id: person.id, name: person.body.name, isNew: false } : null;
}

function wordsOf({ name, role, organisation }: Who, line: string): string {
  if (name) return name.value;
  const places = [role, organisation].filter((one) => one !== null);
  const from = Math.min(...places.map((one) => one.from));
  return line.slice(from, Math.max(...places.map(({ to }) => to)));
}

function isOn(met: Met[], { id }: Met): boolean {
  return met.some((one) => one.id === id);
}
