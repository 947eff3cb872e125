/** The two orders in which people are listed, and what they are called there. */
import type { PersonRecord } from "../../data/kinds.gen";

export type PeopleOrder = "name" | "last_met";

interface Listed {
  id: string;
  body: PersonRecord;
}

/** Put people whom the database gave by name into the order wanted; who was met last comes first. */
export function sortPeople<P extends Listed>(
  byName: P[],
  order: PeopleOrder,
  met: Map<string, string>,
): P[] {
  if (order === "name") return byName;
  const metAt = ({ id, body }: P) => met.get(id) ?? body.captured_at ?? "";
  return byName.toSorted((a, b) => (metAt(a) < metAt(b) ? 1 : metAt(a) > metAt(b) ? -1 : 0));
}

/** Say what somebody does where: "CTO at Fjord", or the half that is known. */
export function postOf({ role, organisation }: PersonRecord): string {
  return [role, organisation].filter(Boolean).join(" at ");
}
