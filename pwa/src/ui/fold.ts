/** A choice that unfolds where it stands, one at a time; Escape folds it up before it does anything else. */

import { useRef, useState } from "preact/hooks";
import { useKeys } from "./keys";

let foldUpLast = () => {};

/** Follow whether it is unfolded; folded up again, the focus is on its `opener`. */
export function useFold() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const toggle = () => {
    foldUpLast();
    foldUpLast = () => setOpen(false);
    setOpen(!isOpen);
  };
  const foldUp = () => {
    setOpen(false);
    opener.current?.focus();
  };
  useKeys(isOpen ? { Escape: { does: "Fold up the choice", run: foldUp } } : {});
  return { isOpen, toggle, foldUp, opener };
}
