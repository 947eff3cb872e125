/** What the fields of records are called on screen. */

const words: Record<string, string> = {
  name: "name",
  role: "role",
  organisation: "organisation",
  traits: "what to know them by",
  emails: "e-mail",
  phones: "phone",
  links: "link",
  notes: "notes",
  who: "who",
  problem: "their problem",
  promise: "promise",
  promise_due_on: "due day",
  happened_at: "when",
  channel: "how",
  what: "what is owed",
  due_on: "due day",
  goal: "goal",
  place: "place",
};

/** Say a field's name as it stands on screen. */
export function sayField(name: string): string {
  return words[name] ?? name.replaceAll("_", " ");
}
