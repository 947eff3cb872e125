/** The dialog that `?` opens: every key that does something here. */

import { useState } from "preact/hooks";
import { Dialog } from "./dialog";
import { keysInForce, useKeys } from "./keys";

const names: Record<string, string> = { Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑" };

/** Wait for `?`, then list the keys in force. */
export function KeyList() {
  const [keys, setKeys] = useState<[string, string][]>();
  useKeys({ "?": { does: "Show the keys", run: () => setKeys(keysInForce()) } });
  if (!keys) return null;
  return (
    <Dialog title="Keys" onClose={() => setKeys(undefined)}>
      <dl class="key_list">
        {keys.map(([key, does]) => [
          <dt key={key}>
            <kbd>{names[key] ?? key}</kbd>
          </dt>,
          <dd key={`${key} does`}>{does}</dd>,
        ])}
      </dl>
    </Dialog>
  );
}
