/** What people are called, for what names them by id. */
import type { PersonRecord } from "./kinds.gen";
import { find } from "./queries";

/** Say a person's name, or by what they are remembered where the name is missing. */
export function nameOf({ name, traits }: PersonRecord): string {
  return name || traits.split("\n")[0] || "Somebody without a name";
}

/** Give the names of these people, by id. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const found = await Promise.all([...new Set(ids)].map((id) => find("person", id)));
  return new Map(found.flatMap((one) => (one ? [[one.id, nameOf(one.body)]] : [])));
}

/** Say the names of these people: "Ana, Li". */
export function namesIn(names: Map<string, string>, ids: string[]): string {
  return ids.flatMap((id) => names.get(id) || []).join(", ");
}
