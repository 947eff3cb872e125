/** A choice that unfolds in place, one at a time; Escape closes it before it does anything else. */

import { useRef, useState } from "preact/hooks";
import { useKeys } from "./keys";

let closeLast = () => {};

/** Track whether the choice is open; closing it moves the focus back to its `opener`. */
export function useFold() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const toggle = () => {
    closeLast();
    closeLast = () => setOpen(false);
    setOpen(!isOpen);
  };
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useKeys(isOpen ? { Escape: { does: "Close the choice", run: close } } : {});
  return { isOpen, toggle, close, opener };
}
