/** Dialogs above the screen, and confirmations within it. */

import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface DialogProps {
  title: string;
  onClose: () => void;
  closeLabel?: string;
  children: ComponentChildren;
}

/** Show a modal dialog for as long as it is rendered; the browser restores the focus afterwards. */
export function Dialog({ title, onClose, closeLabel = "Close", children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{title}</h2>
      {children}
      <form method="dialog" class="actions dialog_end">
        <button type="submit" class="button">
          {closeLabel}
        </button>
      </form>
    </dialog>
  );
}

/** Ask to confirm something risky: the children explain it and hold the buttons. Takes the focus, to be read first. */
export function Confirm({ children }: { children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={place} class="notice warning confirm" role="alert" tabIndex={-1}>
      {children}
    </div>
  );
}
