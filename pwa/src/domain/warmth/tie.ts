/** What the rules look at: all that happened between me and one person, moments in ISO 8601. */

export type Ring = "inner" | "close" | "active" | "wide";
export type Channel = "in_person" | "call" | "video" | "message";

/** One contact with a person; only a message can go unanswered. */
export interface Contact {
  at: string;
  channel: Channel;
  begun_by: "me" | "them" | null;
  answered_at: string | null;
}

/** A person as the rules see them; `zone` (IANA) says on which local day something happened. */
export interface Tie {
  zone: string;
  is_me: boolean;
  added_at: string | null;
  ring: Ring | null;
  contacts: Contact[];
  kept: string[];
  broken: string[];
  introduced: string[];
  plan_ended_at: string | null;
  let_go_at: string | null;
  put_off_to: string | null;
  passed_at: string | null;
}
