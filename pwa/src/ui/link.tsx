/** A link within the app, which loads no new page. */

import type { ComponentChildren } from "preact";
import { go } from "./router";

interface Props {
  href: string;
  replace?: boolean;
  class?: string;
  children: ComponentChildren;
  [attribute: `aria-${string}`]: string | number | undefined;
}

/** Show a link to a path of the app; with a modifier key the browser opens it as usual. */
export function Link({ href, replace = false, children, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    const wantsNewTab = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.button !== 0 || wantsNewTab) return;
    event.preventDefault();
    go(href, { replace });
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
