/** The keys j and k, which move through a list on the screen. */
import { useKeys } from "./keys";

interface KeyedList<T> {
  /** What one item is called in the list of keys: "person". */
  noun: string;
  /** The items in the order shown, read when a key is pressed. */
  items: () => T[];
  isCurrent: (item: T) => boolean;
  open: (item: T) => void;
}

/**
 * Open the next item with j and the previous one with k, stopping at both ends; without a current item both open
 * the first.
 *
 * @returns `leave`, which opens the next item, or the previous one at the end of the list: for a current item that
 * is about to go
 */
export function useListKeys<T>({ noun, items, isCurrent, open }: KeyedList<T>) {
  const move = (stepFrom: (index: number, last: number) => number) => {
    const listed = items();
    const last = listed.length - 1;
    const index = stepFrom(listed.findIndex(isCurrent), last);
    const item = listed[Math.max(0, Math.min(last, index))];
    if (item !== undefined) open(item);
  };
  useKeys({
    j: { does: `Next ${noun}`, run: () => move((index) => index + 1) },
    k: { does: `Previous ${noun}`, run: () => move((index) => index - 1) },
  });
  return { leave: () => move((index, last) => (index === last ? index - 1 : index + 1)) };
}
