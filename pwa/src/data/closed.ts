/** Whether a record is closed: a follow-up that is done, dropped or broken, a problem that is solved. */
import { closedBy, type Kind } from "./kinds.gen";

/** A record with its kind; its body may be of any kind. */
interface KnownRecord {
  kind: Kind;
  body: object;
}

/** Check whether a record is open: none of the fields that close its kind is set. */
export function isOpen(record: KnownRecord): boolean {
  return closedAt(record) === null;
}

/** Return the moment at which a record was closed, or null while it is open. */
export function closedAt({ kind, body }: KnownRecord): string | null {
  const moments = body as Record<string, string | null>;
  const closing = closedBy[kind]?.find((field) => moments[field]);
  return (closing && moments[closing]) ?? null;
}
