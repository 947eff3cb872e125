/** The one toast: says what was done, offers to undo it, and waits for whoever is reading. */

import { useEffect, useState } from "preact/hooks";
import { useKeys } from "./keys";

interface Saying {
  text: string;
  undo?: (() => void) | undefined;
}

const SHOWN_MS = 8000;
let show: (saying: Saying) => void = () => {};

/**
 * Say something in the toast, in place of what it said before.
 * takes: undo, what takes back what was done
 */
export function showToast(text: string, { undo }: { undo?: () => void } = {}): void {
  show({ text, undo });
}

/** Hold the place where the toast appears; drawn once, in the frame. */
export function Toast() {
  const [saying, setSaying] = useState<Saying>();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    show = setSaying;
  }, []);
  useEffect(() => {
    if (!saying || held) return;
    const timer = setTimeout(() => setSaying(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [saying, held]);
  return (
    <div
      class="toast_place"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {saying && <Said saying={saying} close={() => setSaying(undefined)} />}
    </div>
  );
}

function Said({ saying, close }: { saying: Saying; close: () => void }) {
  const undo = () => {
    close();
    saying.undo?.();
  };
  useKeys(saying.undo ? { u: { does: "Undo", run: undo } } : {});
  return (
    <p class="toast" key={saying.text}>
      <span>{saying.text}</span>
      {saying.undo ? (
        <button type="button" class="button" onClick={undo}>
          Undo
        </button>
      ) : (
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      )}
    </p>
  );
}
