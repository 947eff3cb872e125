/** Keeps the field in use above the keyboard, also where the browser lays the keyboard over the page. */

import { form } from "./form";

/** Make room for the keyboard as it comes and goes. */
export function keepFieldInView(): void {
  const seen = window.visualViewport;
  seen?.addEventListener("resize", () => {
    const covered = Math.max(0, innerHeight - seen.height - seen.offsetTop);
    document.documentElement.style.setProperty("--keyboard", `${covered}px`);
    showField();
  });
  form.addEventListener("focusin", showField);
}

function showField(): void {
  const field = document.activeElement;
  if (field instanceof HTMLElement && form.contains(field))
    field.scrollIntoView({ block: "nearest" });
}
