/** The toast: a short message on what was done, with Undo, which stays while the user points at it. */

import { useEffect, useState } from "preact/hooks";
import { useKeys } from "./keys";

interface Message {
  text: string;
  undo?: (() => void) | undefined;
}

const SHOWN_MS = 8000;
let show: (message: Message) => void = () => {};

/**
 * Show a message in the toast, in place of an earlier one.
 * @param undo - reverses what was done
 */
export function showToast(text: string, { undo }: { undo?: () => void } = {}): void {
  show({ text, undo });
}

/** The place where the toast appears; rendered once, in the frame. */
export function Toast() {
  const [message, setMessage] = useState<Message>();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    show = setMessage;
  }, []);
  useEffect(() => {
    if (!message || isHeld) return;
    const timer = setTimeout(() => setMessage(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message, isHeld]);
  return (
    <div
      class="toast_place"
      role="status"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      {message && <ToastMessage message={message} close={() => setMessage(undefined)} />}
    </div>
  );
}

function ToastMessage({ message, close }: { message: Message; close: () => void }) {
  const undo = () => {
    close();
    message.undo?.();
  };
  useKeys(message.undo ? { u: { does: "Undo", run: undo } } : {});
  return (
    <p class="toast" key={message.text}>
      <span>{message.text}</span>
      {message.undo ? (
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
