/** The words in the browser's title bar, which screen readers say first. */

import { useEffect } from "preact/hooks";

/** Name the screen in view. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Earshot`;
  }, [title]);
}
