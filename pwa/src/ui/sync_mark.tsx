/** The mark on every screen that says what has not been synced yet: a calm tick, or a count and what is in the way. */

import { Icon } from "./icons";
import { showToast } from "./toast";

/** What stands there; where nothing is in the way, a count waits and none is synced. */
export type Sign = "synced" | "waiting" | "offline" | "warning";

interface Props {
  count: number;
  sign: Sign;
  words: string;
}

/** Show what is not yet synced; a tap says it in words. */
export function SyncMark({ count, sign, words }: Props) {
  const isCalm = count === 0 && sign !== "warning";
  return (
    <button
      type="button"
      class={isCalm ? "button quiet sync_mark" : "button quiet sync_mark waiting"}
      title={words}
      onClick={() => showToast(words)}
    >
      <Icon name={count > 0 && sign === "synced" ? "waiting" : sign} />
      {count > 0 && <span aria-hidden="true">{count}</span>}
      <span class="visually_hidden">{words}</span>
    </button>
  );
}
