/** What a draft may say: the facts of one person's cards, and nothing else. */

export type Occasion = "thanks" | "help" | "how_did_it_go" | "here_it_is";

export interface DraftFacts {
  /** Whom it goes to, by first name; empty where no name is known. */
  to: string;
  /** My own first name; empty where none is known. */
  from: string;
  /** The talk in which they said it: on which local day, and at which event. */
  talk: { day: string; event: string } | null;
  quote: Quote | null;
  promise: Promised | null;
  /** A day in their life that lies behind: "interview". */
  theirDay: { what: string; day: string } | null;
}

/** Their words; where several took part in the talk nobody can tell whose they are. */
export interface Quote {
  words: string;
  isTheirs: boolean;
}

/** What I promised, said to them: "send you the deck", or only the thing: "the deck". */
export interface Promised {
  words: string;
  /** Whether the words are something to do, and whether that is to hand something over. */
  is: "handing over" | "doing" | "a thing";
  due_on: string | null;
  isKept: boolean;
}
