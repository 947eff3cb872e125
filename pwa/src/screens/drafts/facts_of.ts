/** Gathers from the records of one person what a draft to them may say, and what it leaves out. */

import { isOpen } from "../../data/closed";
import type { PersonRecord } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import type { DraftFacts, Promised, Quote } from "./facts";
import { knownAs, speaksOfSomebody } from "./others";
import { promisedWords } from "./promised";
import { quotable, spoken } from "./quotable";

/** What the device holds of a person, the newest first; follow-ups with the open ones first. */
export interface OnCards {
  person: PersonRecord;
  me: PersonRecord | undefined;
  conversations: Saved<"conversation">[];
  problems: Saved<"problem">[];
  followUps: Saved<"follow_up">[];
  /** The follow-up that the draft is about, where it is about one. */
  followUpId: string | null;
  eventNames: Map<string, string>;
  /** The names of everybody else. */
  otherNames: string[];
}

export interface Gathered {
  facts: DraftFacts;
  /** Notes that name somebody else, or cannot be said to them as they stand. */
  leftOut: string[];
}

interface Names {
  own: string[];
  others: string[];
}

const THEIR_DAY_WITHIN_DAYS = 60;
const DAY_MS = 86_400_000;
/** "interview", "move to Oslo": what can stand behind "your". */
const bareNoun = /^(?!(?:the|a|an|my|your|our)\b)\p{Ll}[\p{L}\s-]{1,40}$/u;

/** Gather the facts of a draft. */
export function gatherFacts(cards: OnCards, now: Date): Gathered {
  const { person, me, otherNames, followUps, followUpId } = cards;
  const parts = knownAs([person.name]);
  const others = knownAs(otherNames).filter((name) => !parts.includes(name));
  const names = { own: [person.name.trim(), ...parts].filter(Boolean), others };
  const told = firstTold(cards, names);
  const followUp = chosen(followUps, followUpId);
  const promise = followUp ? promiseOf(followUp, names) : null;
  const facts = {
    to: firstNameOf(person.name),
    from: firstNameOf(me?.name ?? ""),
    talk: told.conversation ? talkOf(told.conversation, cards.eventNames) : null,
    quote: told.quote,
    promise,
    theirDay: theirDayOf(cards.conversations, names, now),
  };
  const unsaid = followUp && !promise ? [followUp.body.what.trim()].filter(Boolean) : [];
  return { facts, leftOut: [...told.leftOut, ...unsaid] };
}

/** Give the name by which somebody is greeted; nothing where what is noted is no name. */
export function firstNameOf(name: string): string {
  const words = name.trim().replace(/^(?:(?:dr|prof|mr|mrs|ms|mx)\.?\s+)+/i, "");
  const [first = ""] = words.split(/[\s,]+/);
  return /^[\p{Lu}\p{Lo}]/u.test(first) ? first : "";
}

interface Told {
  quote: Quote | null;
  conversation: Saved<"conversation"> | undefined;
  leftOut: string[];
}

function firstTold(cards: OnCards, { own, others }: Names): Told {
  const leftOut: string[] = [];
  for (const { noted, person_ids, conversation } of notes(cards)) {
    const words = quotable(noted, own, others);
    if (words) {
      const quote = { words, isTheirs: person_ids.length <= 1 };
      return { quote, conversation, leftOut };
    }
    leftOut.push(noted.trim());
  }
  return { quote: null, conversation: undefined, leftOut };
}

interface Note {
  noted: string;
  person_ids: string[];
  conversation: Saved<"conversation"> | undefined;
}

/** What they struggle with, first in the talk that it is about; then what stands in quotation marks in notes. */
function notes({ conversations, problems, followUps, followUpId }: OnCards): Note[] {
  const about = followUps.find(({ id }) => id === followUpId)?.body.conversation_id ?? null;
  const rank = (problem: Saved<"problem">) =>
    (problem.body.conversation_id === about && about ? 0 : 2) + (isOpen(problem) ? 0 : 1);
  const fromProblems = problems
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ body }) => ({
      noted: body.what,
      person_ids: body.person_ids,
      conversation: conversations.find(({ id }) => id === body.conversation_id),
    }));
  const fromNotes = conversations
    .filter(({ body }) => spoken.test(body.notes))
    .map((conversation) => ({
      noted: conversation.body.notes,
      person_ids: conversation.body.person_ids,
      conversation,
    }));
  return [...fromProblems, ...fromNotes].filter(({ noted }) => noted.trim() !== "");
}

function chosen(
  followUps: Saved<"follow_up">[],
  followUpId: string | null,
): Saved<"follow_up"> | undefined {
  const mine = followUps.filter(
    (one) => one.body.owed_by === "me" && (isOpen(one) || one.body.done_at),
  );
  return mine.find(({ id }) => id === followUpId) ?? mine[0];
}

function promiseOf(followUp: Saved<"follow_up">, { own, others }: Names): Promised | null {
  const { what, due_on, due_at } = followUp.body;
  const said = promisedWords(what, own, others);
  const day = due_at ? localDay(new Date(due_at)) : due_on;
  return said && { ...said, due_on: day, isKept: !isOpen(followUp) };
}

function talkOf(
  { body }: Saved<"conversation">,
  eventNames: Map<string, string>,
): DraftFacts["talk"] {
  const at = body.happened_at ?? body.captured_at;
  if (!at || body.channel === "message") return null;
  return { day: localDay(new Date(at)), event: eventNames.get(body.event_id ?? "") ?? "" };
}

function theirDayOf(
  conversations: Saved<"conversation">[],
  { own, others }: Names,
  now: Date,
): DraftFacts["theirDay"] {
  const from = localDay(new Date(now.getTime() - THEIR_DAY_WITHIN_DAYS * DAY_MS));
  const past = conversations
    .map(({ body }) => ({ what: body.their_day_what.trim(), day: body.their_day_on ?? "" }))
    .filter(({ day }) => day >= from && day < localDay(now))
    .find(({ what }) => bareNoun.test(what) && !speaksOfSomebody(what, [...own, ...others]));
  return past ?? null;
}
