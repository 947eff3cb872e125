/** Holds the people known when the who field was entered, so that a keystroke reads nothing. */

import { people, type Saved } from "../../data/queries";

let known: Saved<"person">[] | undefined;

/** Read anew who is known. */
export async function readKnownPeople(): Promise<Saved<"person">[]> {
  known = await people();
  return known;
}

/** Give who is known as it was read last; reads it when it never was. */
export async function knownPeople(): Promise<Saved<"person">[]> {
  return known ?? readKnownPeople();
}
