/** The interactions with a person up to a moment, each with its weight for warmth. */
import { DAY_MS, readMoment } from "./moments";
import type { Tie, TieContact } from "./tie";

/** Something that happened between the two; `mine` and `theirs` are messages not answered in time. */
export interface Interaction {
  at: number;
  kind: InteractionKind;
}

/** What kind of interaction it was. */
export type InteractionKind = keyof typeof weights;

/** Judgements, to be recalibrated together. */
const twoWayWeights = { in_person: 3, call: 2, video: 2, message: 1 };
const contactWeights = { ...twoWayWeights, mine: 0.3, theirs: 0.5 };
/** How much each kind of interaction counts. */
export const weights = { ...contactWeights, kept: 2, introduced: 2, broken: -2 };
/** A message that is answered within so many days is a contact of both. */
export const answerWithinDays = 14;

/** Return the interactions up to `now`, the earliest first. */
export function interactionsOf(tie: Tie, now: number): Interaction[] {
  const interactions = tie.contacts.flatMap((contact) => ofContact(contact, now));
  for (const kind of ["kept", "introduced", "broken"] as const) {
    for (const moment of tie[kind]) {
      const at = readMoment(moment, now);
      if (at !== null) interactions.push({ at, kind });
    }
  }
  return interactions.sort((a, b) => a.at - b.at || (a.kind < b.kind ? -1 : 1));
}

/** Check whether an interaction was contact in both directions. */
export function isTwoWay({ kind }: Interaction): boolean {
  return Object.hasOwn(twoWayWeights, kind);
}

/** Check whether an interaction was contact, if only a message of one side. */
export function isContact({ kind }: Interaction): boolean {
  return Object.hasOwn(contactWeights, kind);
}

/** An answer that came too late counts as a message of its own. */
function ofContact(contact: TieContact, now: number): Interaction[] {
  const at = readMoment(contact.at, now);
  if (at === null) return [];
  if (contact.channel !== "message" || contact.begun_by === null)
    return [{ at, kind: contact.channel }];
  const [sent, back] =
    contact.begun_by === "me" ? (["mine", "theirs"] as const) : (["theirs", "mine"] as const);
  const answered = readMoment(contact.answered_at, now);
  if (answered === null) return [{ at, kind: sent }];
  if (answered - at <= answerWithinDays * DAY_MS)
    return [{ at: Math.max(answered, at), kind: "message" }];
  return [
    { at, kind: sent },
    { at: answered, kind: back },
  ];
}
