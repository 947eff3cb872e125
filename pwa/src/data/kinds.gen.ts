// Generated from backend/schema/kinds.py by `make schema`. Do not edit.

/* One field a line, as it is named there. */

export interface PersonRecord {
  is_me: boolean;
  name: string;
  role: string;
  organisation: string;
  traits: string;
  emails: string[];
  phones: string[];
  links: string[];
  ring: "inner" | "close" | "active" | "wide" | null;
  notes: string;
  draft: string;
  captured_at: string | null;
  plan_ended_at: string | null;
  let_go_at: string | null;
}

export interface ConversationRecord {
  person_ids: string[];
  event_id: string | null;
  channel: "in_person" | "call" | "video" | "message";
  begun_by: "me" | "them" | null;
  captured_at: string | null;
  happened_at: string | null;
  answered_at: string | null;
  who: string;
  line: string;
  is_line_unread: boolean;
  decided: string[];
  problem: string;
  promise: string;
  promise_due_on: string | null;
  forecast: "yes" | "probably" | "no" | null;
  their_day_on: string | null;
  their_day_what: string;
  notes: string;
  recalled: string;
  recalled_at: string | null;
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
  broken_at: string | null;
}

export interface EventRecord {
  name: string;
  series: string;
  place: string;
  link: string;
  calendar_uid: string;
  starts_at: string | null;
  ends_at: string | null;
  starts_on: string | null;
  ends_on: string | null;
  cancelled_at: string | null;
  goal: string;
  set_aside: string;
  if_heard: string;
  then_i: string;
  question: string;
  prepared_at: string | null;
  without_goal_at: string | null;
  started_at: string | null;
  ended_at: string | null;
  hint_dismissed_at: string | null;
  notes: string;
}

export interface TargetRecord {
  event_id: string | null;
  person_ids: string[];
  who: string;
  why: string;
  question: string;
  offer: string;
  avoid: string;
  captured_at: string | null;
  met_at: string | null;
}

export interface ProblemRecord {
  person_ids: string[];
  conversation_id: string | null;
  what: string;
  captured_at: string | null;
  solved_at: string | null;
}

export interface StrengthRecord {
  person_ids: string[];
  conversation_id: string | null;
  what: string;
  captured_at: string | null;
}

export interface PromptRecord {
  words: string;
  family: "open" | "their_problem" | "follow_up" | "say_it_back" | "pause" | "help" | "depth" | "close";
  style: "open_question" | "say_it_back" | "concrete_follow_up";
  captured_at: string | null;
}

export interface PromptUseRecord {
  prompt_id: string;
  family: "open" | "their_problem" | "follow_up" | "say_it_back" | "pause" | "help" | "depth" | "close";
  style: "open_question" | "say_it_back" | "concrete_follow_up";
  event_id: string | null;
  conversation_id: string | null;
  person_ids: string[];
  shown_at: string | null;
  swiped_at: string | null;
}

export interface NudgeRecord {
  person_ids: string[];
  put_off_to: string | null;
  passed_at: string | null;
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
  target: TargetRecord;
  problem: ProblemRecord;
  strength: StrengthRecord;
  prompt: PromptRecord;
  prompt_use: PromptUseRecord;
  nudge: NudgeRecord;
  setting: SettingRecord;
}

export type Kind = keyof Kinds;

export const defaults: Kinds = {
  "person": {
    "is_me": false,
    "name": "",
    "role": "",
    "organisation": "",
    "traits": "",
    "emails": [],
    "phones": [],
    "links": [],
    "ring": null,
    "notes": "",
    "draft": "",
    "captured_at": null,
    "plan_ended_at": null,
    "let_go_at": null
  },
  "conversation": {
    "person_ids": [],
    "event_id": null,
    "channel": "in_person",
    "begun_by": null,
    "captured_at": null,
    "happened_at": null,
    "answered_at": null,
    "who": "",
    "line": "",
    "is_line_unread": false,
    "decided": [],
    "problem": "",
    "promise": "",
    "promise_due_on": null,
    "forecast": null,
    "their_day_on": null,
    "their_day_what": "",
    "notes": "",
    "recalled": "",
    "recalled_at": null
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
    "dropped_because": "",
    "broken_at": null
  },
  "event": {
    "name": "",
    "series": "",
    "place": "",
    "link": "",
    "calendar_uid": "",
    "starts_at": null,
    "ends_at": null,
    "starts_on": null,
    "ends_on": null,
    "cancelled_at": null,
    "goal": "",
    "set_aside": "",
    "if_heard": "",
    "then_i": "",
    "question": "",
    "prepared_at": null,
    "without_goal_at": null,
    "started_at": null,
    "ended_at": null,
    "hint_dismissed_at": null,
    "notes": ""
  },
  "target": {
    "event_id": null,
    "person_ids": [],
    "who": "",
    "why": "",
    "question": "",
    "offer": "",
    "avoid": "",
    "captured_at": null,
    "met_at": null
  },
  "problem": {
    "person_ids": [],
    "conversation_id": null,
    "what": "",
    "captured_at": null,
    "solved_at": null
  },
  "strength": {
    "person_ids": [],
    "conversation_id": null,
    "what": "",
    "captured_at": null
  },
  "prompt": {
    "words": "",
    "family": "open",
    "style": "open_question",
    "captured_at": null
  },
  "prompt_use": {
    "prompt_id": "",
    "family": "open",
    "style": "open_question",
    "event_id": null,
    "conversation_id": null,
    "person_ids": [],
    "shown_at": null,
    "swiped_at": null
  },
  "nudge": {
    "person_ids": [],
    "put_off_to": null,
    "passed_at": null
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
    "event_id",
    "person_ids*"
  ],
  "follow_up": [
    "conversation_id",
    "due_on",
    "person_ids*"
  ],
  "event": [
    "starts_at"
  ],
  "target": [
    "event_id",
    "person_ids*"
  ],
  "problem": [
    "conversation_id",
    "person_ids*"
  ],
  "strength": [
    "person_ids*"
  ],
  "prompt": [],
  "prompt_use": [
    "conversation_id",
    "shown_at",
    "person_ids*"
  ],
  "nudge": [
    "person_ids*"
  ],
  "setting": []
};

export const closedBy: Partial<Record<Kind, string[]>> = {
  "follow_up": [
    "done_at",
    "dropped_at",
    "broken_at"
  ],
  "problem": [
    "solved_at"
  ]
};

export const labels: Record<Kind, Record<string, string>> = {
  "person": {
    "name": "name",
    "role": "role",
    "organisation": "organisation",
    "traits": "how to recognise them",
    "emails": "e-mail",
    "phones": "phone",
    "links": "link",
    "ring": "ring",
    "notes": "notes",
    "draft": "draft",
    "plan_ended_at": "end of the first weeks’ plan",
    "let_go_at": "no more nudges"
  },
  "conversation": {
    "person_ids": "people",
    "event_id": "event",
    "channel": "how",
    "begun_by": "who got in touch",
    "happened_at": "when",
    "answered_at": "answered",
    "who": "who",
    "line": "note",
    "problem": "their problem",
    "promise": "promise",
    "promise_due_on": "due date",
    "forecast": "whether they would pick up",
    "their_day_on": "the day in their life",
    "their_day_what": "what happens in their life",
    "notes": "notes",
    "recalled": "what I recalled"
  },
  "follow_up": {
    "owed_by": "who promised",
    "person_ids": "people",
    "what": "promise",
    "due_on": "due date",
    "due_at": "due time",
    "done_at": "done",
    "dropped_at": "dropped",
    "dropped_because": "why it was dropped",
    "broken_at": "broken"
  },
  "event": {
    "name": "name",
    "series": "series",
    "place": "place",
    "link": "link",
    "starts_at": "start",
    "ends_at": "end",
    "starts_on": "first day",
    "ends_on": "last day",
    "cancelled_at": "cancelled",
    "goal": "goal",
    "set_aside": "what was set aside",
    "if_heard": "what I listen for",
    "then_i": "what I do then",
    "question": "my question",
    "notes": "notes"
  },
  "target": {
    "person_ids": "people",
    "who": "who",
    "why": "why",
    "question": "first question",
    "offer": "what I can offer",
    "avoid": "what to avoid",
    "met_at": "met"
  },
  "problem": {
    "person_ids": "people",
    "what": "their problem",
    "solved_at": "solved"
  },
  "strength": {
    "person_ids": "people",
    "what": "strength"
  },
  "prompt": {
    "words": "prompt"
  },
  "prompt_use": {},
  "nudge": {},
  "setting": {}
};

export const searchedFields: Record<Kind, string[]> = {
  "person": [
    "name",
    "role",
    "organisation",
    "traits",
    "emails",
    "phones",
    "links",
    "notes",
    "draft"
  ],
  "conversation": [
    "who",
    "line",
    "problem",
    "promise",
    "their_day_what",
    "notes",
    "recalled"
  ],
  "follow_up": [
    "what",
    "dropped_because"
  ],
  "event": [
    "name",
    "series",
    "place",
    "link",
    "goal",
    "set_aside",
    "if_heard",
    "then_i",
    "question",
    "notes"
  ],
  "target": [
    "who",
    "why",
    "question",
    "offer",
    "avoid"
  ],
  "problem": [
    "what"
  ],
  "strength": [
    "what"
  ],
  "prompt": [
    "words"
  ],
  "prompt_use": [],
  "nudge": [],
  "setting": []
};

export const vcardProperties = {
  "name": "FN",
  "role": "TITLE",
  "organisation": "ORG",
  "emails": "EMAIL",
  "phones": "TEL",
  "links": "URL"
} as const;

export const limits = {
  "line": 200,
  "text": 100000,
  "items": 100
};

export type SettingName =
  | "time_zone"
  | "reminder_hour"
  | "discreet"
  | "daily_email"
  | "talk_awake"
  | "hide_when_left"
  | "theme"
  | "people_order"
  | `prompt_off:${string}`
  | `code_${string}`;

export const promptOff = "prompt_off:" as const;

export type Code =
  | "bad_json"
  | "bad_request"
  | "signed_out"
  | "sign_in_again"
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
  | "setup_code_needed"
  | "account_erased"
  | "endpoint_refused"
  | "other_key"
  | "push_gone"
  | "push_failed"
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
  | "purged"
  | "quota";
