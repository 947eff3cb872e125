/** A list of which only the rows near the screen exist, so that ten thousand open like ten. */
import "./virtual_list.css";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

interface VirtualListProps<T> {
  items: T[];
  label: string;
  current: number;
  row: (item: T) => ComponentChildren;
}

const ROWS_BEYOND = 8;

/**
 * Show rows of the fixed height `--row-height`, in whatever scrolls around them, and keep the current one in view.
 *
 * @param current - the index of the current item, -1 where there is none; its row always exists
 */
export function VirtualList<T extends { id: string }>(props: VirtualListProps<T>) {
  const { items, label, current, row } = props;
  const list = useRef<HTMLUListElement>(null);
  const shown = useRowsOnScreen(list, items.length, current);

  useEffect(() => {
    list.current
      ?.querySelector(`[aria-posinset="${current + 1}"]`)
      ?.scrollIntoView({ block: "nearest" });
  }, [current]);

  return (
    <ul
      ref={list}
      aria-label={label}
      class="virtual_list"
      style={{ height: `calc(${items.length} * var(--row-height))` }}
    >
      {shown.map((at) => {
        const item = items[at];
        const top = `calc(${at} * var(--row-height))`;
        return item ? (
          <li key={item.id} aria-setsize={items.length} aria-posinset={at + 1} style={{ top }}>
            {row(item)}
          </li>
        ) : null;
      })}
    </ul>
  );
}

function useRowsOnScreen(list: { current: HTMLElement | null }, count: number, current: number) {
  const [range, setRange] = useState<[number, number]>([0, 2 * ROWS_BEYOND]);
  useLayoutEffect(() => {
    const update = () => list.current && setRange(rangeOnScreen(list.current, count));
    update();
    addEventListener("scroll", update, { capture: true, passive: true });
    addEventListener("resize", update);
    return () => {
      removeEventListener("scroll", update, { capture: true });
      removeEventListener("resize", update);
    };
  }, [count]);
  const rows = Array.from({ length: range[1] - range[0] }, (_, i) => range[0] + i);
  return current < 0 || rows.includes(current) ? rows : [...rows, current];
}

function rangeOnScreen(list: HTMLElement, count: number): [number, number] {
  const { top, height } = list.getBoundingClientRect();
  const rowHeight = height / count || 1;
  const first = Math.floor(-top / rowHeight) - ROWS_BEYOND;
  const last = Math.ceil((innerHeight - top) / rowHeight) + ROWS_BEYOND;
  return [Math.min(count, Math.max(0, first)), Math.max(0, Math.min(count, last))];
}
