/** Reads history and deleted records from the server, page by page: this device does not store them. */
import { useEffect, useState } from "preact/hooks";
import { type Answer, call } from "../../api";
import { useLive } from "../../data/live";
import { hasUnsentChanges } from "../../data/queries";
import type { Body } from "../../data/types";
import { ownValue } from "../../domain/own_value";
import { Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";

/** One earlier value of a field. */
export interface HistoryEntry {
  field: string;
  seq: number;
  value: unknown;
  replaced_by: unknown;
  taken_at: string;
  device: { id: string; label: string | null };
  /** What the device had sent, where a merge changed it. */
  sent?: unknown;
}

interface Page {
  before: string | null;
}

/** A page of the history of one record. */
export interface RecordHistory extends Page {
  kind: string;
  id: string;
  deleted_at: string | null;
  body: Body;
  entries: HistoryEntry[];
}

/** A page of deleted records. */
export interface DeletedRecords extends Page {
  records: { kind: string; id: string; deleted_at: string; body: Body }[];
}

/** The pages read so far, and how to read more. */
export interface Pages<P extends Page> {
  pages: P[];
  /** Why there is no further page: the error code of the server, or "offline". */
  failed: string | null;
  isReading: boolean;
  readMore: () => void;
}

/** Read pages from a path of the server: the first one now and after each synced change, more with `readMore`. */
export function usePages<P extends Page>(path: string): Pages<P> {
  const [pages, setPages] = useState<P[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const [isReading, setReading] = useState(true);
  const isUnsent = useLive(hasUnsentChanges, ["outbox"], []).value;
  const readAfter = async (known: P[]) => {
    setReading(true);
    const before = known.at(-1)?.before;
    const answer: Answer<P> = await call("GET", before ? `${path}?before=${before}` : path);
    if (answer.ok) setPages([...known, answer.body]);
    setFailed(answer.ok ? null : answer.code);
    setReading(false);
  };
  useEffect(() => {
    if (isUnsent !== undefined) void readAfter([]);
  }, [path, isUnsent]);
  return { pages, failed, isReading, readMore: () => void readAfter(pages) };
}

const reasons: Record<string, string> = {
  offline: "Can't reach the server. Nothing is lost; try again when you're online.",
  signed_out: "Sign in again to see this.",
  not_found: "Nothing synced yet, so there is nothing to show.",
};

/** Show below the pages that one is being read, why none came, or a button that reads the next. */
export function MoreButton({ pages: read }: { pages: Pages<Page> }) {
  if (read.isReading) return read.pages.length === 0 ? <Skeleton /> : null;
  if (read.failed) {
    return (
      <div class="notice" role="status">
        <p>
          {ownValue(reasons, read.failed) ??
            "Something went wrong on the server. Try again in a moment."}
        </p>
        {read.failed === "signed_out" ? (
          <Link href="/sign-in" class="button">
            Sign in
          </Link>
        ) : (
          <button type="button" class="button" onClick={read.readMore}>
            Try again
          </button>
        )}
      </div>
    );
  }
  if (!read.pages.at(-1)?.before) return null;
  return (
    <button type="button" class="button" onClick={read.readMore}>
      Show older
    </button>
  );
}
