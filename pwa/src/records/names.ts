/** What people are called, for what names them by id. */
import { find } from "./queries";

/** Give the names of these people, by id. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const found = await Promise.all([...new Set(ids)].map((id) => find("person", id)));
  return new Map(found.flatMap((one) => (one ? [[one.id, one.body.name]] : [])));
}

/** Say the names of these people: "Ana, Li". */
export function namesIn(names: Map<string, string>, ids: string[]): string {
  return ids.flatMap((id) => names.get(id) || []).join(", ");
}
