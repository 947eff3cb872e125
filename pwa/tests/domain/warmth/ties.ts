/** Ties as the shared vectors spell them. */
import fc from "fast-check";
import nudgesFile from "../../../../tests/vectors/nudges.json" with { type: "json" };
import tiesFile from "../../../../tests/vectors/ties.json" with { type: "json" };
import warmthFile from "../../../../tests/vectors/warmth.json" with { type: "json" };
import type { Tie, TieContact } from "../../../src/domain/warmth/tie";

type Spelled = Partial<Omit<Tie, "contacts">> & { contacts?: string[] };

export const warmthVectors = warmthFile as unknown as {
  now: string;
  golden: { weight: number; x: number; mine: number; theirs: number; warmth: number }[];
  cases: { name: string; tie: Spelled; state: string; says: string }[];
};
export const nudgeVectors = nudgesFile as unknown as {
  now: string;
  cases: { name: string; tie: Spelled; nudge: string | null }[];
};
export const tiesAtRandom = tiesFile as unknown as {
  tie: Spelled;
  parts: number[];
  state: string;
  says: string;
  nudge: string | null;
}[];

/** A tie of which nothing is known. */
export const blank: Tie = {
  zone: "Europe/Berlin",
  is_me: false,
  added_at: null,
  ring: null,
  contacts: [],
  kept: [],
  broken: [],
  introduced: [],
  plan_ended_at: null,
  let_go_at: null,
  put_off_to: null,
  passed_at: null,
};

/** Read a tie: "<at> <channel> <begun by> <answered at>" for each contact, else its fields. */
export function spelled({ contacts = [], ...fields }: Spelled): Tie {
  return { ...blank, ...fields, contacts: contacts.map(contactOf) };
}

function contactOf(contact: string): TieContact {
  const [at = "", channel, begun_by = null, answered_at = null] = contact.split(" ");
  return { at, channel, begun_by, answered_at } as TieContact;
}

/** The moment at which all ties of the tests are looked at. */
export const now = Date.parse(warmthVectors.now);

/** Return a moment within the last three years, or a little ahead. */
export const moment = fc
  .integer({ min: -400, max: 3 * 365 * 24 * 60 })
  .map((minutes) => new Date(now - minutes * 60_000).toISOString());

/** Return any contact. */
export const contact: fc.Arbitrary<TieContact> = fc.record({
  at: moment,
  channel: fc.constantFrom("in_person", "call", "video", "message", "message"),
  begun_by: fc.constantFrom("me", "them", null),
  answered_at: fc.option(moment),
});

/** Return any tie. */
export const tie: fc.Arbitrary<Tie> = fc.record({
  zone: fc.constantFrom("Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati"),
  is_me: fc.constant(false),
  added_at: fc.option(moment),
  ring: fc.constantFrom(null, "inner", "close", "active", "wide"),
  contacts: fc.array(contact, { maxLength: 12 }),
  kept: fc.array(moment, { maxLength: 3 }),
  broken: fc.array(moment, { maxLength: 2 }),
  introduced: fc.array(moment, { maxLength: 2 }),
  plan_ended_at: fc.option(moment),
  let_go_at: fc.constant(null),
  put_off_to: fc.option(moment.map((at) => at.slice(0, 10))),
  passed_at: fc.option(moment),
});
