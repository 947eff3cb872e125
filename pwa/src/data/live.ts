/** Keeps what a screen shows equal to what is stored. */
import { useEffect, useState } from "preact/hooks";
import { onAnnouncement, type Topic } from "./announce";

export interface Live<T> {
  value: T | undefined;
  error: Error | undefined;
}

const EMPTY = { value: undefined, error: undefined };

/**
 * Run a query now, and again whenever data that it reads is changed in any tab.
 * takes: the query; what it reads; what it depends on besides (compared by identity)
 * gives: the latest value, undefined until there is one for these dependencies; the last error
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
  let shown = 0;
  let last: Live<T> = EMPTY;
  const run = () => {
    const turn = ++started;
    const offer = (live: Live<T>) => {
      if (turn < shown) return;
      shown = turn;
      last = live;
      show(live);
    };
    query().then(
      (value) => offer({ value, error: undefined }),
      (error) => offer({ value: last.value, error }),
    );
  };
  run();
  const end = onAnnouncement((changed) => changed.some((topic) => topics.includes(topic)) && run());
  return () => {
    shown = Number.POSITIVE_INFINITY;
    end();
  };
}

function isSame(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
}
