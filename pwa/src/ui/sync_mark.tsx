/** The mark on every screen that says what has not been synced yet: a calm tick, or a count. */

import { Icon } from "./icons";
import { say } from "./toast";

interface Props {
  count: number;
  words: string;
}

/** Show what is not yet synced; a tap says it in words. */
export function SyncMark({ count, words }: Props) {
  return (
    <button
      type="button"
      class={count === 0 ? "button quiet sync_mark" : "button quiet sync_mark waiting"}
      title={words}
      onClick={() => say(words)}
    >
      <Icon name={count === 0 ? "synced" : "waiting"} />
      {count > 0 && <span aria-hidden="true">{count}</span>}
      <span class="visually_hidden">{words}</span>
    </button>
  );
}
