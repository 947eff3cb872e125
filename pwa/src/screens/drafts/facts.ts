/** Gathers from the records about one person what a draft to them may say, and what it leaves out. */

import { isOpen } from "../../data/closed";
import type { PersonRecord } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { firstNameOf } from "../../domain/vcard/person_name";
import { promiseToThem, type SpokenPromise } from "./promise_words";
import { mentionsSomebody, nameParts, quotableWords, quotedWords } from "./quote";

/** What a draft is for. */
export type DraftOccasion = "thanks" | "help" | "how_did_it_go" | "here_it_is";

/** The facts that a draft may state. */
export interface DraftFacts {
  /** The first name of the person it is for; empty where no name is known. */
  to: string;
  /** The user's first name; empty where none is known. */
  from: string;
  /** The conversation of the quote: its local day, and the name of its event. */
  conversation: { day: string; event: string } | null;
  quote: Quote | null;
  promise: SpokenPromise | null;
  /** A day in their life that has passed: "interview". */
  theirDay: { what: string; day: string } | null;
}

/** Words that can be quoted; `isTheirs` is false where several took part, as anybody may have said them. */
export interface Quote {
  words: string;
  isTheirs: boolean;
}

/** The records about a person, newest first; follow-ups with the open ones first. */
export interface DraftSources {
  person: PersonRecord;
  me: PersonRecord | undefined;
  conversations: Saved<"conversation">[];
  problems: Saved<"problem">[];
  followUps: Saved<"follow_up">[];
  /** The follow-up that the draft is about, if any. */
  followUpId: string | null;
  eventNames: Map<string, string>;
  /** The names of everybody else. */
  otherNames: string[];
}

interface GatheredFacts {
  facts: DraftFacts;
  /** Notes that mention somebody else, or cannot be said to the person as noted. */
  leftOut: string[];
}

interface Names {
  own: string[];
  others: string[];
}

const THEIR_DAY_WITHIN_DAYS = 60;
const DAY_MS = 86_400_000;
/** "interview", "move to Oslo": what can follow "your". */
const nounPhrase = /^(?!(?:the|a|an|my|your|our)\b)\p{Ll}[\p{L}\s-]{1,40}$/u;

/** Gather the facts of a draft, and the notes that it leaves out. */
export function gatherFacts(sources: DraftSources, now: Date): GatheredFacts {
  const { person, me, otherNames, followUps, followUpId } = sources;
  const parts = nameParts([person.name]);
  const others = nameParts(otherNames).filter((name) => !parts.includes(name));
  const names = { own: [person.name.trim(), ...parts].filter(Boolean), others };
  const found = findQuote(sources, names);
  const followUp = promiseToMention(followUps, followUpId);
  const promise = followUp ? promiseWordsOf(followUp, names) : null;
  const facts = {
    to: firstNameOf(person.name),
    from: firstNameOf(me?.name ?? ""),
    conversation: found.conversation ? whenAndWhere(found.conversation, sources.eventNames) : null,
    quote: found.quote,
    promise,
    theirDay: theirDayOf(sources.conversations, names, now),
  };
  const unmentioned = followUp && !promise ? [followUp.body.what.trim()].filter(Boolean) : [];
  return { facts, leftOut: [...found.leftOut, ...unmentioned] };
}

interface FoundQuote {
  quote: Quote | null;
  conversation: Saved<"conversation"> | undefined;
  leftOut: string[];
}

function findQuote(sources: DraftSources, { own, others }: Names): FoundQuote {
  const leftOut: string[] = [];
  for (const { noted, person_ids, conversation } of quotableNotes(sources)) {
    const words = quotableWords(noted, own, others);
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

/** Return their problems, first those of the conversation that it is about; then notes with words in quotation marks. */
function quotableNotes({ conversations, problems, followUps, followUpId }: DraftSources): Note[] {
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
    .filter(({ body }) => quotedWords.test(body.notes))
    .map((conversation) => ({
      noted: conversation.body.notes,
      person_ids: conversation.body.person_ids,
      conversation,
    }));
  return [...fromProblems, ...fromNotes].filter(({ noted }) => noted.trim() !== "");
}

function promiseToMention(
  followUps: Saved<"follow_up">[],
  followUpId: string | null,
): Saved<"follow_up"> | undefined {
  const mine = followUps.filter(
    (one) => one.body.owed_by === "me" && (isOpen(one) || one.body.done_at),
  );
  return mine.find(({ id }) => id === followUpId) ?? mine[0];
}

function promiseWordsOf(
  followUp: Saved<"follow_up">,
  { own, others }: Names,
): SpokenPromise | null {
  const { what, due_on, due_at } = followUp.body;
  const spoken = promiseToThem(what, own, others);
  const day = due_at ? localDay(new Date(due_at)) : due_on;
  return spoken && { ...spoken, due_on: day, isKept: !isOpen(followUp) };
}

function whenAndWhere(
  { body }: Saved<"conversation">,
  eventNames: Map<string, string>,
): DraftFacts["conversation"] {
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
    .find(({ what }) => nounPhrase.test(what) && !mentionsSomebody(what, [...own, ...others]));
  return past ?? null;
}
