/** The place where a second yes is asked for: it takes the focus, so that nobody answers unread. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Ask for a second yes; the children say what it would mean and hold the answers. */
export function Confirm({ children }: { children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={place} class="notice warning second_yes" role="alert" tabIndex={-1}>
      {children}
    </div>
  );
}
