/** The sync mark on every screen: a calm tick, or how much is not synced and why. */

import { Icon } from "./icons";
import { showToast } from "./toast";

/** The icon: what is in the way of sync, if anything. */
export type Sign = "synced" | "waiting" | "offline" | "warning";

interface Props {
  count: number;
  sign: Sign;
  words: string;
}

/**
 * Show what is not synced yet; a tap shows it in words.
 * @param count - how many changes are waiting
 */
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
