/** A link within the app: no page is loaded anew, yet it stays a link. */

import type { AnchorHTMLAttributes, ComponentChildren } from "preact";
import { go } from "./route";

interface Props extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> {
  href: string;
  replace?: boolean;
  children: ComponentChildren;
}

/** Show a link to a path of the app. */
export function Link({ href, replace = false, children, ...rest }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    go(href, { replace });
  };
  return (
    <a {...rest} href={href} onClick={follow}>
      {children}
    </a>
  );
}
