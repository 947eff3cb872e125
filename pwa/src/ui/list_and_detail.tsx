/** List and detail: one of them on the phone, side by side on a large screen; and what the detail shows while reading. */

import type { ComponentChildren, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { Empty, ReadingFailed, Skeleton } from "./empty";
import { Link } from "./link";
import { go } from "./router";

interface ListAndDetailProps {
  list: ComponentChildren;
  detail: ComponentChildren;
  /** Whether an item is chosen; the phone then shows it in place of the list. */
  isOpen: boolean;
}

/** Show a list and what was chosen from it. */
export function ListAndDetail({ list, detail, isOpen }: ListAndDetailProps) {
  return (
    <div class={isOpen ? "desk open" : "desk"}>
      <div class="pane list">{list}</div>
      <div class="pane detail">{detail}</div>
    </div>
  );
}

interface RecordDetailProps<T> {
  /** The record as it was read: undefined while reading, null where there is none. */
  read: { value: T | null | undefined; error: Error | undefined };
  /** What to show of a new record, which is stored with its first letter. */
  blank?: T | undefined;
  /** The address of the record once it is stored. */
  path: string;
  gone: VNode;
  children: (whole: T) => ComponentChildren;
}

/** Show the record that was chosen, or that it is being read, cannot be read, or is gone. */
export function RecordDetail<T>({ read, blank, path, gone, children }: RecordDetailProps<T>) {
  const isStored = Boolean(read.value && blank);
  useEffect(() => {
    if (isStored) go(path, { replace: true });
  }, [isStored]);
  const whole = read.value ?? blank ?? read.value;
  if (whole) return <>{children(whole)}</>;
  if (read.error) return <ReadingFailed />;
  return whole === undefined ? <Skeleton /> : gone;
}

interface GoneProps {
  what: string;
  all: { href: string; words: string };
}

/** Show that a record is not here, and a link to all of its kind. */
export function Gone({ what, all }: GoneProps) {
  return (
    <Empty title={`This ${what} isn't here`}>
      <p>It was deleted, or hasn't synced to this device yet.</p>
      <Link class="button" href={all.href}>
        {all.words}
      </Link>
    </Empty>
  );
}
