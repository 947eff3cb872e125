/** Which fields of the own card stand in its code: a choice for each, which follows the user to every device. */
import type { PersonRecord } from "../../data/kinds.gen";
import { useSetting } from "../../data/settings";
import {
  EMPTY_VCARD,
  type VcardField,
  type VcardPerson,
  vcardFields,
} from "../../domain/vcard/vcard_person";

export type Choosable = Exclude<VcardField, "name">;
type Choice = "shown" | "left_out";

export type Choices = Record<
  Choosable,
  [value: Choice | undefined, choose: (choice: Choice) => Promise<void>]
>;

/** The fields of the own card that may be left out of the code. */
export const choosable = vcardFields.filter((field) => field !== "name") as Choosable[];

const VALUES = ["shown", "left_out"] as const;

/** Read which fields stand in the code, and change it; the name always does. */
export function useChoices(): Choices {
  const entries = choosable.map((field) => [field, useSetting<Choice>(`code_${field}`, VALUES)]);
  return Object.fromEntries(entries) as Choices;
}

/** Give what of the own card stands in the code; nothing while the choices are being read. */
export function chosenOf(body: PersonRecord, choices: Choices): VcardPerson | undefined {
  const chosen = Object.entries(choices).map(([field, [value]]) => [field, value] as const);
  if (chosen.some(([, value]) => value === undefined)) return undefined;
  const shown = chosen.filter(([, value]) => value === "shown");
  const fields = shown.map(([field]) => [field, body[field as Choosable]]);
  return { ...EMPTY_VCARD, name: body.name, ...Object.fromEntries(fields) };
}
