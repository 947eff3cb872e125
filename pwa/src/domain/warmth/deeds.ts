/** What a tie is made of at a moment: each thing that had happened, once, with its weight. */
import { DAY_MS, read } from "./moments";
import type { Contact, Tie } from "./tie";

/** Something that happened; `mine` and `theirs` are messages that nobody answered in time. */
export interface Deed {
  at: number;
  what: What;
}

export type What = keyof typeof weights;

/** Judgements, to be recalibrated together. */
const twoWayWeights = { in_person: 3, call: 2, video: 2, message: 1 };
const contactWeights = { ...twoWayWeights, mine: 0.3, theirs: 0.5 };
export const weights = { ...contactWeights, kept: 2, introduced: 2, broken: -2 };
export const answerWithinDays = 14;

/** Tell what had happened by `now`, the earliest first. */
export function weighDeed(tie: Tie, now: number): Deed[] {
  const deeds = tie.contacts.flatMap((contact) => deedsOf(contact, now));
  for (const what of ["kept", "introduced", "broken"] as const) {
    for (const moment of tie[what]) {
      const at = read(moment, now);
      if (at !== null) deeds.push({ at, what });
    }
  }
  return deeds.sort((a, b) => a.at - b.at || (a.what < b.what ? -1 : 1));
}

/** Tell whether a deed was contact in both directions. */
export function isTwoWay({ what }: Deed): boolean {
  return what in twoWayWeights;
}

/** Tell whether a deed was contact, be it only a message of one side. */
export function isContact({ what }: Deed): boolean {
  return what in contactWeights;
}

/** What a contact counts as; an answer that came too late is a message of its own. */
function deedsOf(contact: Contact, now: number): Deed[] {
  const at = read(contact.at, now);
  if (at === null) return [];
  if (contact.channel !== "message" || contact.begun_by === null)
    return [{ at, what: contact.channel }];
  const [sent, back] =
    contact.begun_by === "me" ? (["mine", "theirs"] as const) : (["theirs", "mine"] as const);
  const answered = read(contact.answered_at, now);
  if (answered === null) return [{ at, what: sent }];
  if (answered - at <= answerWithinDays * DAY_MS)
    return [{ at: Math.max(answered, at), what: "message" }];
  return [
    { at, what: sent },
    { at: answered, what: back },
  ];
}
