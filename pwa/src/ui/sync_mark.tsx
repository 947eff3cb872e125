/** The mark on every screen that says what has not been synced yet: a calm tick, or a count. */

import { Icon } from "./icons";
import { say } from "./toast";

interface Props {
  count: number | undefined;
  standing: string;
}

/** Show what is not yet synced; a tap says it in words. */
export function SyncMark({ count, standing }: Props) {
  if (count === undefined) return null;
  const words = wordsForUnsynced(count, standing);
  return (
    <button
      type="button"
      class={count === 0 ? "button quiet sync_mark" : "button quiet sync_mark waiting"}
      aria-label={words}
      title={words}
      onClick={() => say(words)}
    >
      <Icon name={count === 0 ? "synced" : "waiting"} />
      {count > 0 && count}
    </button>
  );
}

/** Say how much is not yet synced, and why: "3 notes not yet synced: offline". */
export function wordsForUnsynced(count: number, standing: string): string {
  const why = standing && `: ${standing}`;
  if (count === 0) return standing ? `Everything is kept${why}` : "Everything is synced";
  return `${count} ${count === 1 ? "note" : "notes"} not yet synced${why}`;
}
