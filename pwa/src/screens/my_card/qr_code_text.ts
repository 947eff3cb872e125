/** Which fields of the own card go into its code: a setting for each, on all devices. */
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

/** The fields that may be left out of the code. */
export const choosable = vcardFields.filter((field) => field !== "name") as Choosable[];

const VALUES = ["shown", "left_out"] as const;

/** Return the settings of all fields, each with what changes it; the name is always in the code. */
export function useChoices(): Choices {
  const entries = choosable.map((field) => [field, useSetting<Choice>(`code_${field}`, VALUES)]);
  return Object.fromEntries(entries) as Choices;
}

/** Return what goes into the code; undefined while the settings are loading. */
export function chosenFacts(body: PersonRecord, choices: Choices): VcardPerson | undefined {
  if (choosable.some((field) => choices[field][0] === undefined)) return undefined;
  const shown = choosable.filter((field) => choices[field][0] === "shown");
  const fields = shown.map((field) => [field, body[field]]);
  return { ...EMPTY_VCARD, name: body.name, ...Object.fromEntries(fields) };
}
