/** Keeps a screen up to date with what is stored. */
import { useEffect, useState } from "preact/hooks";
import { onAnnouncement, type Topic } from "./announce";

/** The latest result of a query; `value` is undefined until there is one. */
export interface Live<T> {
  value: T | undefined;
  error: Error | undefined;
}

const EMPTY = { value: undefined, error: undefined };

/**
 * Run a query now, and again whenever data that it reads changes in any tab.
 * @param topics - what the query reads
 * @param deps - what it depends on besides, compared by identity
 * @returns the latest value, undefined until there is one for these dependencies, and the last error
 */
export function useLive<T>(query: () => Promise<T>, topics: Topic[], deps: unknown[]): Live<T> {
  const [shown, show] = useState<{ of: unknown[]; live: Live<T> }>({ of: deps, live: EMPTY });
  useEffect(() => follow(query, topics, (live) => show({ of: deps, live })), deps);
  return isSame(shown.of, deps) ? shown.live : EMPTY;
}

function follow<T>(
  query: () => Promise<T>,
  topics: Topic[],
  show: (live: Live<T>) => void,
): () => void {
  let started = 0;
  let newest = 0;
  let last: Live<T> = EMPTY;
  const requery = () => {
    const run = ++started;
    const offer = (live: Live<T>) => {
      if (run < newest) return;
      newest = run;
      last = live;
      show(live);
    };
    query().then(
      (value) => offer({ value, error: undefined }),
      (error) => offer({ value: last.value, error }),
    );
  };
  requery();
  const end = onAnnouncement(
    (changed) => changed.some((topic) => topics.includes(topic)) && requery(),
  );
  return () => {
    newest = Number.POSITIVE_INFINITY;
    end();
  };
}

function isSame(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
