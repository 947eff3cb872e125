/** Which fields of the own card stand in its code: a choice for each, which follows the user to every device. */
import type { PersonRecord } from "../../data/kinds.gen";
import { useSetting } from "../../data/settings";
import { type ContactFacts, NO_FACTS } from "../../domain/vcard/contact_facts";

export type Choosable = "role" | "organisation" | "emails" | "phones" | "links";
type Choice = "shown" | "left_out";

export type Choices = Record<
  Choosable,
  [value: Choice | undefined, choose: (choice: Choice) => Promise<void>]
>;

const VALUES = ["shown", "left_out"] as const;

/** Read which fields stand in the code, and change it; the name always does. */
export function useChoices(): Choices {
  return {
    role: useSetting<Choice>("code_role", VALUES),
    organisation: useSetting<Choice>("code_organisation", VALUES),
    emails: useSetting<Choice>("code_emails", VALUES),
    phones: useSetting<Choice>("code_phones", VALUES),
    links: useSetting<Choice>("code_links", VALUES),
  };
}

/** Give what of the own card stands in the code; nothing while the choices are being read. */
export function chosenOf(body: PersonRecord, choices: Choices): ContactFacts | undefined {
  const chosen = Object.entries(choices).map(([field, [value]]) => [field, value] as const);
  if (chosen.some(([, value]) => value === undefined)) return undefined;
  const shown = chosen.filter(([, value]) => value === "shown");
  const fields = shown.map(([field]) => [field, body[field as Choosable]]);
  return { ...NO_FACTS, name: body.name, ...Object.fromEntries(fields) };
}
