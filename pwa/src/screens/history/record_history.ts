/** Asks the server what a record said before, and what was deleted; both lie there only. */
import { useEffect, useState } from "preact/hooks";
import { type Answer, call } from "../../api";
import { useLive } from "../../data/live";
import { hasUnsentChanges } from "../../data/queries";
import type { Body } from "../../data/types";

export interface HistoryEntry {
  field: string;
  seq: number;
  value: unknown;
  replaced_by: unknown;
  taken_at: string;
  device: { id: string; label: string | null };
  /** What the device had sent, where a merge made something else of it. */
  sent?: unknown;
}

export interface LostValue {
  kind: string;
  id: string;
  deleted_at: string;
  body: Body;
}

interface Page {
  before: string | null;
}

export interface RecordHistory extends Page {
  kind: string;
  id: string;
  deleted_at: string | null;
  body: Body;
  entries: HistoryEntry[];
}

export interface Deleted extends Page {
  records: LostValue[];
}

export interface Pages<P extends Page> {
  pages: P[];
  /** Why there is no further page: the server's code, or that it was not reached. */
  failed: string | null;
  isAsking: boolean;
  ask: () => void;
}

/** Read the pages at a path of the server: the first one now and after each change that went up, further ones when asked. */
export function usePages<P extends Page>(path: string): Pages<P> {
  const [pages, setPages] = useState<P[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(true);
  const isUnsent = useLive(hasUnsentChanges, ["outbox"], []).value;
  const readAfter = async (known: P[]) => {
    setAsking(true);
    const before = known.at(-1)?.before;
    const answer: Answer<P> = await call("GET", before ? `${path}?before=${before}` : path);
    if (answer.ok) setPages([...known, answer.body]);
    setFailed(answer.ok ? null : answer.code);
    setAsking(false);
  };
  useEffect(() => {
    if (isUnsent !== undefined) void readAfter([]);
  }, [path, isUnsent]);
  return { pages, failed, isAsking, ask: () => void readAfter(pages) };
}
