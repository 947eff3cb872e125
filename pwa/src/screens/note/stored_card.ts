/** Reads a card from its stored records; imported when a card is opened again. */

import { derivedId, newId } from "../../data/ids";
import { find, findAll, findByIndex, type Saved } from "../../data/queries";
import {
  type Card,
  lastNewPeople,
  type NoteRecord,
  newCard,
  recordsOfCard,
  reuseIds,
} from "./card";
import { decodeDecisions } from "./decisions";
import { listedNames, namesSoFar } from "./names";
import type { LineReading, NotePerson } from "./reading";

/** Read the card of a conversation; undefined where there is no such conversation. */
export async function readStoredCard(id: string): Promise<Card | undefined> {
  const conversation = await find("conversation", id);
  if (!conversation) return undefined;
  const { captured_at, event_id, person_ids } = conversation.body;
  const followUps = await findByIndex("follow_up", "conversation_id", id);
  const promises = followUps.filter(({ body }) => body.owed_by === "me");
  const problems = await findByIndex("problem", "conversation_id", id);
  const people = await Promise.all(
    person_ids.map((personId) => personOnCard(personId, captured_at)),
  );
  const blank = newCard();
  const card = {
    ...blank,
    conversation_id: id,
    follow_up_id: earliest(promises)?.id ?? (await derivedId(id, "promise")),
    problem_id: earliest(problems)?.id ?? (await derivedId(id, "problem")),
    event_id,
    captured_at,
    chosen: people.filter((person) => person !== undefined),
    typed: typedOf(conversation),
    decisions: decodeDecisions(conversation.body.decided),
  };
  if (!card.typed.who) return withLastNameTyped(card);
  return conversation.body.is_line_unread ? withLineTyped(card) : withLineRead(card);
}

/**
 * Return the records of a card that are stored. Older builds stored none for a problem, and none for a
 * promise without a due day.
 */
export async function storedRecords(card: Card): Promise<NoteRecord[]> {
  const problem = await find("problem", card.problem_id);
  const followUp = card.typed.promise_due_on || (await find("follow_up", card.follow_up_id));
  const missing = [problem ? "" : "problem", followUp ? "" : "follow_up"];
  return recordsOfCard(card).filter(({ kind }) => !missing.includes(kind));
}

function earliest<R extends { id: string }>(records: R[]): R | undefined {
  return records.sort((a, b) => a.id.localeCompare(b.id))[0];
}

/**
 * Return who a conversation was with, as its card shows them.
 * @param targetIds - targets without a person record yet
 */
export async function peopleOfConversation(
  personIds: string[],
  targetIds: string[],
): Promise<NotePerson[]> {
  const people = await findAll("person", personIds);
  const targets = await findAll("target", targetIds);
  const known = people.map(({ id, body }) => ({ id, name: body.name || body.traits }));
  const named = targets.length > 0 ? await fullNames(targets) : [];
  return [
    ...known.map((one) => ({ ...one, isNew: false })),
    ...named.map((name) => ({ id: newId(), name, isNew: true })),
  ];
}

/** "Mara Lind" is one person; "Investors" and "Product Manager" are kinds of people. */
async function fullNames(targets: Saved<"target">[]): Promise<string[]> {
  const { readRole } = await import("../../domain/note_parser/roles");
  return targets.flatMap(({ body }) => {
    const [name = "", ...others] = listedNames(body.who);
    const isOne = others.length === 0 && name.includes(" ");
    return isOne && !readRole(name, 0, name.length) ? [name] : [];
  });
}

/** A person created by the card has its time; the card may rename or delete them. */
async function personOnCard(
  id: string,
  captured_at: string | null,
): Promise<NotePerson | undefined> {
  const person = await find("person", id);
  if (!person) return undefined;
  return { id, name: person.body.name, isNew: person.body.captured_at === captured_at };
}

function typedOf({ body }: Saved<"conversation">): Card["typed"] {
  const { line, problem, promise, promise_due_on, forecast, notes } = body;
  return { who: line, problem, promise, promise_due_on, forecast, notes };
}

/** A line that was not read yet names the people that it named while it was typed. */
function withLineTyped(card: Card): Card {
  const created = lastNewPeople(card.chosen, namesSoFar(card.typed.who).length);
  const chosen = card.chosen.filter((one) => !created.includes(one));
  return { ...card, chosen, ...reuseIds(created, card) };
}

/** Where the line cannot be read, all people stay on the card as chosen. */
async function withLineRead(card: Card): Promise<Card> {
  return import("./reader").then(
    ({ rereadCard }) => rereadCard(card),
    () => ({ ...card, reading: unread(card) }),
  );
}

function unread({ typed }: Card): LineReading {
  const { who: text, problem, promise, promise_due_on } = typed;
  const filling = { problem, promise, promise_due_on };
  return {
    text,
    is_line: true,
    people: [],
    facts: {},
    filling,
    due_at: null,
    their_day: null,
    parts: [],
  };
}

function withLastNameTyped(card: Card): Card {
  const last = card.chosen.at(-1);
  if (!last?.isNew) return card;
  return {
    ...card,
    chosen: card.chosen.slice(0, -1),
    nextId: last.id,
    typed: { ...card.typed, who: last.name },
  };
}
