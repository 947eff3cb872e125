/** The result of parsing a line of a note; every part has its place in the line. */

/** Longer than any line of a card: text beyond it is not parsed. */
export const readAtMost = 5000;

/** A stretch of the raw line: `line.slice(from, to)`. */
export interface Span {
  from: number;
  to: number;
}

/** Something found; if it is not sure, it is shown as a question and never stored as a fact. */
export interface Found extends Span {
  value: string;
  sure: boolean;
}

/** A name, and the known people whom it may mean: none, one, or several. */
export interface FoundPerson extends Found {
  person_ids: string[];
}

/** One person of the conversation; without a name where only role or organisation was written. */
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

/** A parsed line. */
export interface ParsedNote {
  who: Who[];
  problems: Found[];
  promises: Promised[];
  their_dates: TheirDate[];
  phones: Found[];
  emails: Found[];
  links: Found[];
  /** Known people who are mentioned, but were not talked to. */
  mentions: FoundPerson[];
  /** What was not understood and stays in the note. */
  rest: Span[];
}

/** A person whom a name in the line may mean. */
export interface KnownPerson {
  id: string;
  name: string;
  organisation?: string;
}

/** When, where and by whom a line was written. */
export interface ParserContext {
  now: Date;
  /** A time zone (IANA), such as `Europe/Berlin`. */
  zone: string;
  people: KnownPerson[];
  /** The language of the browser, such as `en-GB`, which decides whether 3/4 is in April or March. */
  language: string;
}
