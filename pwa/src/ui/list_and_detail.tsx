/** List and detail: one of them on the phone, both side by side on the desk. */

import type { ComponentChildren } from "preact";

interface Props {
  list: ComponentChildren;
  detail: ComponentChildren;
  isOpen: boolean;
}

/**
 * Show a list and what was chosen from it.
 * takes: isOpen, whether something is chosen, which the phone then shows in place of the list
 */
export function ListAndDetail({ list, detail, isOpen }: Props) {
  return (
    <div class={isOpen ? "desk open" : "desk"}>
      <div class="pane list">{list}</div>
      <div class="pane detail">{detail}</div>
    </div>
  );
}
