// Generated from backend/records/kinds.py by `make schema`. Do not edit.

/* One field a line, as it is named there. */

export interface PersonRecord {
  name: string;
  role: string;
  organisation: string;
  traits: string;
  emails: string[];
  phones: string[];
  links: string[];
  ring: "inner" | "close" | "active" | "wide" | null;
  notes: string;
  captured_at: string | null;
  let_go_at: string | null;
}

export interface ConversationRecord {
  person_ids: string[];
  event_id: string | null;
  channel: "in_person" | "call" | "video" | "message";
  begun_by: "me" | "them" | null;
  captured_at: string | null;
  happened_at: string | null;
  who: string;
  line: string;
  problem: string;
  promise: string;
  promise_due_on: string | null;
  forecast: "yes" | "probably" | "no" | null;
  notes: string;
}

export interface FollowUpRecord {
  owed_by: "me" | "them";
  person_ids: string[];
  conversation_id: string | null;
  what: string;
  due_on: string | null;
  due_at: string | null;
  captured_at: string | null;
  done_at: string | null;
  dropped_at: string | null;
  dropped_because: string;
}

export interface EventRecord {
  name: string;
  series: string;
  place: string;
  starts_at: string | null;
  ends_at: string | null;
  goal: string;
  notes: string;
}

export interface SettingRecord {
  name: string;
  value: string | null;
}

export interface Kinds {
  person: PersonRecord;
  conversation: ConversationRecord;
  follow_up: FollowUpRecord;
  event: EventRecord;
  setting: SettingRecord;
}

export type Kind = keyof Kinds;

export const defaults: Kinds = {
  "person": {
    "name": "",
    "role": "",
    "organisation": "",
    "traits": "",
    "emails": [],
    "phones": [],
    "links": [],
    "ring": null,
    "notes": "",
    "captured_at": null,
    "let_go_at": null
  },
  "conversation": {
    "person_ids": [],
    "event_id": null,
    "channel": "in_person",
    "begun_by": null,
    "captured_at": null,
    "happened_at": null,
    "who": "",
    "line": "",
    "problem": "",
    "promise": "",
    "promise_due_on": null,
    "forecast": null,
    "notes": ""
  },
  "follow_up": {
    "owed_by": "me",
    "person_ids": [],
    "conversation_id": null,
    "what": "",
    "due_on": null,
    "due_at": null,
    "captured_at": null,
    "done_at": null,
    "dropped_at": null,
    "dropped_because": ""
  },
  "event": {
    "name": "",
    "series": "",
    "place": "",
    "starts_at": null,
    "ends_at": null,
    "goal": "",
    "notes": ""
  },
  "setting": {
    "name": "",
    "value": null
  }
};

export const indexes: Record<Kind, string[]> = {
  "person": [
    "name"
  ],
  "conversation": [
    "captured_at",
    "person_ids*"
  ],
  "follow_up": [
    "due_on",
    "person_ids*"
  ],
  "event": [
    "starts_at"
  ],
  "setting": []
};

export const limits = {
  "line": 200,
  "text": 100000
};

export type Code =
  | "bad_json"
  | "bad_request"
  | "signed_out"
  | "foreign_origin"
  | "not_found"
  | "not_allowed"
  | "not_json"
  | "too_large"
  | "too_deep"
  | "too_many"
  | "busy"
  | "server_full"
  | "server_error"
  | "wrong_password"
  | "weak_password"
  | "bad_email"
  | "email_taken"
  | "sign_up_closed"
  | "invite_needed"
  | "resync"
  | "epoch_changed"
  | "seq_gap"
  | "device_forked"
  | "wrong_account"
  | "upgrade_required"
  | "invalid_change"
  | "invalid_value"
  | "invalid_text"
  | "too_long"
  | "server_only"
  | "no_record"
  | "wrong_kind"
  | "edited_since"
  | "purged";
