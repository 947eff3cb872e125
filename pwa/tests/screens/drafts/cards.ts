/** Ada's records about Ana Sol, written short for tables of drafts. */

import { defaults, type Kind, type Kinds } from "../../../src/data/kinds.gen";
import type { Saved } from "../../../src/data/queries";
import type { DraftSources } from "../../../src/screens/drafts/facts";

export const NOW = new Date("2026-06-05T12:00");
export const YESTERDAY = "2026-06-04T18:30:00.000Z";

export interface Noted {
  problem?: string;
  notes?: string;
  promise?: Partial<Kinds["follow_up"]>;
  conversation?: Partial<Kinds["conversation"]>;
  name?: string;
  others?: string[];
}

/** Make the records about Ana: one conversation at Fjord fair yesterday, unless the fields say otherwise. */
export function cardsOf({
  problem,
  notes = "",
  promise,
  conversation,
  name,
  others,
}: Noted): DraftSources {
  const person_ids = ["ana"];
  const met = { person_ids, captured_at: YESTERDAY, event_id: "fair", notes, ...conversation };
  const problemFields = {
    what: problem ?? "",
    person_ids: met.person_ids,
    conversation_id: "conversation",
  };
  const promiseFields = {
    person_ids,
    conversation_id: "conversation",
    captured_at: YESTERDAY,
    ...promise,
  };
  return {
    person: { ...defaults.person, name: name ?? "Ana Sol" },
    me: { ...defaults.person, name: "Ada Lund", is_me: true },
    conversations: [saved("conversation", "conversation", met)],
    problems: problem === undefined ? [] : [saved("problem", "problem", problemFields)],
    followUps: promise ? [saved("follow_up", "promise", promiseFields)] : [],
    followUpId: null,
    eventNames: new Map([["fair", "Fjord fair"]]),
    otherNames: others ?? ["Li Wen", "Ben Okafor"],
  };
}

function saved<K extends Kind>(kind: K, id: string, set: Partial<Kinds[K]>): Saved<K> {
  const body = { ...defaults[kind], ...set };
  return { id, kind, body, seq: 1, refused: null, kept: {}, unsynced: false };
}
