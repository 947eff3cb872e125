/** A tie: all that happened between the user and one person, with moments in ISO 8601. */

/** How close a person is. */
export type Ring = "inner" | "close" | "active" | "wide";
/** How a contact took place. */
export type Channel = "in_person" | "call" | "video" | "message";

/** One contact with a person; only a message can stay unanswered. */
export interface TieContact {
  at: string;
  channel: Channel;
  begun_by: "me" | "them" | null;
  answered_at: string | null;
}

/** A person as the rules see them; `zone` is the user's time zone (IANA), which decides on local days. */
export interface Tie {
  zone: string;
  is_me: boolean;
  added_at: string | null;
  ring: Ring | null;
  contacts: TieContact[];
  kept: string[];
  broken: string[];
  introduced: string[];
  plan_ended_at: string | null;
  let_go_at: string | null;
  put_off_to: string | null;
  passed_at: string | null;
}
