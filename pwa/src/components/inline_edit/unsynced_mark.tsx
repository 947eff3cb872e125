/** The mark of what has not reached the server yet, has no room there, or was refused there. */
import type { Refused } from "../../data/types";
import { Icon } from "../../ui/icons";

export type UnsyncedMarkKind = keyof typeof WORDS | null;

const WORDS = {
  refused: "not accepted by the server",
  held_back: "waiting to sync: your account is full",
  unsynced: "not yet synced",
};

/** Show the mark beside a record, or nothing where the server has it. */
export function UnsyncedMark({ mark }: { mark: UnsyncedMarkKind }) {
  if (!mark) return null;
  const words = WORDS[mark];
  return (
    <span class={`mark ${mark}`} title={words}>
      <Icon name={mark === "refused" ? "warning" : "waiting"} />
      <span class="visually_hidden"> ({words})</span>
    </span>
  );
}

/** Return whether a record has not reached the server yet, has no room there, or was refused there. */
export function unsyncedMarkOf(record: {
  refused: Pick<Refused, "code"> | null;
  unsynced: boolean;
}): UnsyncedMarkKind {
  if (isHeldBack(record.refused)) return "held_back";
  if (record.refused) return "refused";
  return record.unsynced ? "unsynced" : null;
}

/** Return whether a change only waits until the account has room: it is then sent again by itself. */
export function isHeldBack(refused: Pick<Refused, "code"> | null): boolean {
  return refused?.code === "quota";
}
