/** Reads a card back from what the device holds; imported when a card is opened again. */

import { derivedId, newId } from "../../data/ids";
import { find, findAll, findByIndex, type Saved } from "../../data/queries";
import { type Card, newCard, recordsOf, type Wanted } from "./card";
import { readBack } from "./decided";
import { idsOfMade, madeLast } from "./made_of_line";
import { listedNames, namesSoFar } from "./names";
import type { Reading } from "./reading";
import type { Met } from "./typed";

/** Read the card of a conversation; nothing when there is no such conversation. */
export async function storedCard(id: string): Promise<Card | undefined> {
  const conversation = await find("conversation", id);
  if (!conversation) return undefined;
  const { captured_at, event_id, person_ids } = conversation.body;
  const followUps = await findByIndex("follow_up", "conversation_id", id);
  const promises = followUps.filter(({ body }) => body.owed_by === "me");
  const problems = await findByIndex("problem", "conversation_id", id);
  const met = await Promise.all(person_ids.map((personId) => metOf(personId, captured_at)));
  const blank = newCard();
  const card = {
    ...blank,
    conversation_id: id,
    follow_up_id: earliest(promises)?.id ?? (await derivedId(id, "promise")),
    problem_id: earliest(problems)?.id ?? (await derivedId(id, "problem")),
    event_id,
    captured_at,
    met: met.filter((person) => person !== undefined),
    typed: typedOf(conversation),
    decisions: readBack(conversation.body.decided),
  };
  if (!card.typed.who) return withLastNameTyped(card);
  return conversation.body.is_line_unread ? withLineTyped(card) : withLineRead(card);
}

/**
 * Give those of a card's records that the device holds: a card of an older build made none of its
 * problem, and none of a promise without a day.
 */
export async function heldOf(card: Card): Promise<Wanted[]> {
  const problem = await find("problem", card.problem_id);
  const followUp = card.typed.promise_due_on || (await find("follow_up", card.follow_up_id));
  const missing = [problem ? "" : "problem", followUp ? "" : "follow_up"];
  return recordsOf(card).filter(({ kind }) => !missing.includes(kind));
}

function earliest<R extends { id: string }>(records: R[]): R | undefined {
  return records.sort((a, b) => a.id.localeCompare(b.id))[0];
}

/**
 * Give whom a talk was with, as its card shows them.
 * takes: the ids of known people, and of targets who have no record yet
 */
export async function metInTalk(personIds: string[], targetIds: string[]): Promise<Met[]> {
  const people = await findAll("person", personIds);
  const targets = await findAll("target", targetIds);
  const known = people.map(({ id, body }) => ({ id, name: body.name || body.traits }));
  const named = targets.length > 0 ? await fullNames(targets) : [];
  return [
    ...known.map((one) => ({ ...one, isNew: false })),
    ...named.map((name) => ({ id: newId(), name, isNew: true })),
  ];
}

/** "Mara Lind" is somebody; "Investors" and "Product Manager" may be anybody. */
async function fullNames(targets: Saved<"target">[]): Promise<string[]> {
  const { readRole } = await import("../../domain/note_parser/roles");
  return targets.flatMap(({ body }) => {
    const [name = "", ...others] = listedNames(body.who);
    const isOne = others.length === 0 && name.includes(" ");
    return isOne && !readRole(name, 0, name.length) ? [name] : [];
  });
}

/** Whom the card made bears its moment; they may be renamed on it and taken back. */
async function metOf(id: string, captured_at: string | null): Promise<Met | undefined> {
  const person = await find("person", id);
  if (!person) return undefined;
  return { id, name: person.body.name, isNew: person.body.captured_at === captured_at };
}

function typedOf({ body }: Saved<"conversation">): Card["typed"] {
  const { line, problem, promise, promise_due_on, forecast, notes } = body;
  return { who: line, problem, promise, promise_due_on, forecast, notes };
}

/** A line that nobody understood yet names whom it named while it was typed. */
function withLineTyped(card: Card): Card {
  const made = madeLast(card.met, namesSoFar(card.typed.who).length);
  const met = card.met.filter((one) => !made.includes(one));
  return { ...card, met, ...idsOfMade(made, card) };
}

/** Where the line cannot be read, all stay on the card as chosen. */
async function withLineRead(card: Card): Promise<Card> {
  return import("./reader").then(
    ({ readAgain }) => readAgain(card),
    () => ({ ...card, read: unread(card) }),
  );
}

function unread({ typed }: Card): Reading {
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
  const last = card.met.at(-1);
  if (!last?.isNew) return card;
  return {
    ...card,
    met: card.met.slice(0, -1),
    next: last.id,
    typed: { ...card.typed, who: last.name },
  };
}
