/** What the fields of records are called on screen. */

const words: Record<string, string> = {
  name: "name",
  role: "role",
  organisation: "organisation",
  traits: "what to know them by",
  emails: "e-mail",
  phones: "phone",
  links: "link",
  their_day_on: "the day in their life",
  their_day_what: "what happens in their life",
  notes: "notes",
  recalled: "what I recalled",
  who: "who",
  problem: "their problem",
  promise: "promise",
  promise_due_on: "due day",
  happened_at: "when",
  channel: "how",
  begun_by: "who began",
  answered_at: "answered",
  let_go_at: "let go",
  plan_ended_at: "end of the first weeks’ plan",
  what: "words",
  "follow_up.what": "what is owed",
  "problem.what": "their problem",
  "strength.what": "strength",
  due_on: "due day",
  goal: "goal",
  set_aside: "what was set aside",
  if_heard: "what I listen for",
  then_i: "what I do then",
  starts_at: "start",
  ends_at: "end",
  place: "place",
};

/** Say a field's name as it stands on screen; some names mean something else in each kind. */
export function fieldLabel(name: string, kind?: string): string {
  return words[`${kind}.${name}`] ?? words[name] ?? name.replaceAll("_", " ");
}
