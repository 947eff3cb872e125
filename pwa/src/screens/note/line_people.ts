/** Finds who a line is about: known people are linked, others are new, an uncertain name needs an answer. */

import type { Saved } from "../../data/queries";
import type { FoundPerson, ParsedNote, Who } from "../../domain/note_parser/parsed_note";
import type { Card } from "./card";
import { findNamesake } from "./known_people";
import { partKey } from "./line_parts";
import type { Decision, LinePart, NotePerson } from "./reading";

type Person = Saved<"person">;

/** `matches` has for each person found in the line who that is, or null. */
export interface LinePeople {
  people: NotePerson[];
  matches: (NotePerson | null)[];
  parts: LinePart[];
}

/** Return who the people of a line are. */
export function peopleOfLine(who: ParsedNote["who"], card: Card, known: Person[]): LinePeople {
  const ids = [card.nextId, ...card.furtherIds];
  const found = who.slice(0, ids.length).map((one, index) => {
    const newPerson = { id: ids[index] as string, name: wordsOf(one, card.typed.who), isNew: true };
    if (!one.name) return nameless(newPerson, card, who.length);
    return personOf(one.name, {
      newPerson,
      known,
      decision: card.decisions[partKey("Person", newPerson.name)],
    });
  });
  const matches = found.map(({ match }) => match);
  const people = matches.filter(
    (one): one is NotePerson => one !== null && !includes(card.chosen, one),
  );
  return { people, matches, parts: found.flatMap(({ parts }) => parts) };
}

interface Match {
  match: NotePerson | null;
  parts: LinePart[];
}

interface Candidates {
  newPerson: NotePerson;
  known: Person[];
  decision: Decision | undefined;
}

/** "CTO at Fjord" is about the person already on the card, or else describes someone new. */
function nameless(newPerson: NotePerson, { chosen }: Card, count: number): Match {
  const only = count === 1 && chosen.length === 1 ? chosen[0] : undefined;
  return { match: only ?? (chosen.length === 0 ? newPerson : null), parts: [] };
}

function personOf(name: FoundPerson, { newPerson, known, decision }: Candidates): Match {
  if (decision?.is === "not") return { match: null, parts: [] };
  const candidates = known.filter(({ id }) => name.person_ids.includes(id));
  const match = whoIs(name, { newPerson, candidates, known, decision });
  const needsAnswer = !decision && !name.sure;
  return {
    match,
    parts: [
      partOf(match ?? newPerson, name.value, needsAnswer ? choicesFor(name, candidates) : []),
    ],
  };
}

function whoIs(
  name: FoundPerson,
  { newPerson, candidates, known, decision }: Candidates & { candidates: Person[] },
): NotePerson | null {
  if (decision?.is === "known") return knownPerson(known.find(({ id }) => id === decision.id));
  if (decision?.is === "so")
    return (
      knownPerson(findNamesake(known, decision.value)) ?? { ...newPerson, name: decision.value }
    );
  if (decision?.is === "new" || candidates.length === 0) return newPerson;
  return name.sure ? knownPerson(candidates[0]) : null;
}

function choicesFor({ value }: FoundPerson, candidates: Person[]): LinePart["choices"] {
  if (candidates.length === 0) return [{ words: "Yes", decision: { is: "so", value } }];
  const links = candidates.map(({ id, body }) => ({
    words: body.name,
    decision: { is: "known" as const, id },
  }));
  return [...links, { words: "Someone new", decision: { is: "new" } }];
}

/** Removing a known person means that it is someone else of the same name. */
function partOf(
  { name, isNew }: NotePerson,
  found: string,
  choices: LinePart["choices"],
): LinePart {
  const isLink = !isNew && choices.length === 0;
  return {
    key: partKey("Person", found),
    label: isLink ? "You know" : "Person",
    text: name,
    value: name,
    is_day: false,
    choices,
    dismissal: { is: isLink ? "new" : "not" },
  };
}

function knownPerson(person: Person | undefined): NotePerson | null {
  return person ? { id: person.id, name: person.body.name, isNew: false } : null;
}

function wordsOf({ name, role, organisation }: Who, line: string): string {
  if (name) return name.value;
  const places = [role, organisation].filter((one) => one !== null);
  const from = Math.min(...places.map((one) => one.from));
  return line.slice(from, Math.max(...places.map(({ to }) => to)));
}

function includes(people: NotePerson[], { id }: NotePerson): boolean {
  return people.some((one) => one.id === id);
}
