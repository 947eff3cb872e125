/** Makes the whole page dark while a talk goes on, whatever theme was chosen, up to the system's own bars. */

import { useLayoutEffect } from "preact/hooks";

const DARK = "#0a110d";

/** Darken the page as long as it is calm. */
export function useCalm(isCalm: boolean): void {
  useLayoutEffect(() => {
    if (!isCalm) return;
    const colours = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')];
    const before = colours.map(({ content }) => content);
    for (const colour of colours) colour.content = DARK;
    document.documentElement.dataset.calm = "";
    return () => {
      for (const [at, colour] of colours.entries()) colour.content = before[at] ?? "";
      delete document.documentElement.dataset.calm;
    };
  }, [isCalm]);
}
