/** The dialog that `?` opens: the keyboard shortcuts of this screen. */

import { useState } from "preact/hooks";
import { ownValue } from "../domain/own_value";
import { Dialog } from "./dialog";
import { activeKeys, useKeys } from "./keys";

const NAMES: Record<string, string> = { Escape: "Esc", ArrowDown: "↓", ArrowUp: "↑" };

/** Open the list of keyboard shortcuts at `?`. */
export function KeyboardHelp() {
  const [keys, setKeys] = useState<[string, string][]>();
  useKeys({ "?": { does: "Show keyboard shortcuts", run: () => setKeys(activeKeys()) } });
  if (!keys) return null;
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => setKeys(undefined)}>
      <dl class="keyboard_help">
        {keys.map(([key, does]) => [
          <dt key={key}>
            <kbd>{ownValue(NAMES, key) ?? key}</kbd>
          </dt>,
          <dd key={`${key} does`}>{does}</dd>,
        ])}
      </dl>
    </Dialog>
  );
}
