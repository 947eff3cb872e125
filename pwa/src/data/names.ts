/** The names of people, for whatever refers to them by id. */
import type { PersonRecord } from "./kinds.gen";
import { findAll, type Saved } from "./queries";

/** Return a person's name, or how they are remembered where the name is missing. */
export function nameOf({ name, traits }: PersonRecord): string {
  return name || traits.split("\n")[0] || "Someone without a name";
}

/** Return the names of these people by id; ids of people who are not here are left out. */
export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const found = await findAll("person", ids);
  return new Map(found.map(({ id, body }) => [id, nameOf(body)]));
}

/** List the names of these people: "Ana, Li". */
export function namesIn(names: Map<string, string>, ids: string[]): string {
  return ids.flatMap((id) => names.get(id) || []).join(", ");
}

/** Return in a few words who a person is, to be shown beside their name. */
export function describePerson({ body }: Saved<"person">): string {
  const place = [body.role, body.organisation].filter(Boolean).join(", ");
  return [place, body.traits].filter(Boolean).join(" · ");
}
