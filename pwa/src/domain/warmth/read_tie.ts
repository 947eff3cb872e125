/** Reads a tie from records with their defaults filled in. */
import type { Channel, Ring, Tie } from "./tie";

/** The records that name a person, without deleted ones. */
export interface About {
  conversations: ConversationFacts[];
  followUps: FollowUpFacts[];
  nudge: NudgeFacts | undefined;
}

interface PersonFacts {
  is_me: boolean;
  captured_at: string | null;
  ring: Ring | null;
  plan_ended_at: string | null;
  let_go_at: string | null;
}

interface ConversationFacts {
  happened_at: string | null;
  captured_at: string | null;
  channel: Channel;
  begun_by: "me" | "them" | null;
  answered_at: string | null;
}

interface FollowUpFacts {
  owed_by: "me" | "them";
  done_at: string | null;
  broken_at: string | null;
}

interface NudgeFacts {
  put_off_to: string | null;
  passed_at: string | null;
}

/**
 * Read the tie to a person who is not deleted.
 * @param zone - the user's time zone (IANA)
 */
export function tieTo(person: PersonFacts, about: About, zone: string): Tie {
  const { is_me, captured_at, ring, plan_ended_at, let_go_at } = person;
  return {
    zone,
    is_me,
    added_at: captured_at,
    ring,
    contacts: about.conversations.flatMap(contactOf),
    kept: about.followUps.flatMap(({ done_at }) => done_at ?? []),
    broken: about.followUps.flatMap(brokenByMe),
    introduced: [],
    plan_ended_at,
    let_go_at,
    put_off_to: about.nudge?.put_off_to ?? null,
    passed_at: about.nudge?.passed_at ?? null,
  };
}

function contactOf({ happened_at, captured_at, ...how }: ConversationFacts) {
  const at = happened_at ?? captured_at;
  const { channel, begun_by, answered_at } = how;
  return at ? [{ at, channel, begun_by, answered_at }] : [];
}

function brokenByMe({ owed_by, done_at, broken_at }: FollowUpFacts): string[] {
  return owed_by === "me" && broken_at && !done_at ? [broken_at] : [];
}
