/** A link within the app: no page is loaded anew, yet it stays a link. */

import type { ComponentChildren } from "preact";
import { go } from "./router";

interface Props {
  href: string;
  replace?: boolean;
  class?: string;
  children: ComponentChildren;
  [attribute: `aria-${string}`]: string | number | undefined;
}

/** Show a link to a path of the app. */
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
