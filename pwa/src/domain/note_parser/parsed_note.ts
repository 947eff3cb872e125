/** What one line of a card is understood as; every part says where in the line it stands. */

/** A stretch of the raw line: `line.slice(from, to)`. */
export interface Span {
  from: number;
  to: number;
}

/** Something found; what is not sure is shown as a chip that asks, and never taken as a fact. */
export interface Found extends Span {
  value: string;
  sure: boolean;
}

/** A name, and which known people it may be: none, one, or several to ask about. */
export interface FoundPerson extends Found {
  person_ids: string[];
}

/** One person of the talk; without a name where only role or organisation was written. */
export interface Who {
  name: FoundPerson | null;
  role: Found | null;
  organisation: Found | null;
}

/** A day (`YYYY-MM-DD`), or a moment (UTC) where a time of day was given. */
export interface Due extends Found {
  due_on: string | null;
  due_at: string | null;
}

/** Something owed, by me or by them, with its due day where one was given. */
export interface Promised extends Found {
  owed_by: "me" | "them";
  due: Due | null;
}

/** A day in their life: `value` is what happens then. */
export interface TheirDate extends Found {
  on: string;
}

export interface ParsedNote {
  who: Who[];
  problems: Found[];
  promises: Promised[];
  their_dates: TheirDate[];
  phones: Found[];
  emails: Found[];
  links: Found[];
  /** Known people who are named, but not the ones talked to. */
  mentions: FoundPerson[];
  /** What was not understood: it stays in the note. */
  rest: Span[];
}

export interface KnownPerson {
  id: string;
  name: string;
  organisation?: string;
}

/** When, where and by whom a line was written. */
export interface ParserContext {
  now: Date;
  /** As in `Europe/Berlin`. */
  zone: string;
  people: KnownPerson[];
  /** The language of the browser, as in `en-GB`: it tells 3 April from 4 March. */
  language: string;
}
