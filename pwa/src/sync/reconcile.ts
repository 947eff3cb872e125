/** Computes a record after the server's answer, without a database. What the person typed stays as typed. */
import { fieldsLike, withFields } from "../data/record_body";
import type { OutboxRow, Refused, Stored } from "../data/types";
import type { News, Result } from "./protocol";

/** Return the record after the server accepted a change of it. */
export function afterAccepted({ refused, ...record }: Stored, row: OutboxRow, seq: number): Stored {
  const remaining = refused && stillRefused(refused, row);
  return { ...record, seq, ...(remaining && { refused: remaining }) };
}

/** Return the record after the server refused a change: it holds the reason and what was typed. */
export function afterRefused(record: Stored, row: OutboxRow, result: Result): Stored {
  const before = record.refused;
  const code = result.code ?? "invalid_change";
  if (row.action === "delete" && (code === "no_record" || code === "purged")) return record;
  const refused: Refused = {
    code: before && code === "no_record" ? before.code : code,
    fields: { ...before?.fields, ...result.fields },
    action: row.action,
    set: { ...before?.set, ...row.set },
    was: { ...row.was, ...before?.was },
    base_seq: Math.min(row.base_seq, before?.base_seq ?? row.base_seq),
  };
  return { ...record, refused, deleted_at: row.action === "delete" ? null : record.deleted_at };
}

/** Return the record after news of it, and its unanswered changes, which are now based on that news. */
export function withNews(
  record: Stored | undefined,
  news: News,
  rows: OutboxRow[],
): { record: Stored; rows: OutboxRow[] } {
  let body = news.body ?? {};
  const rebased = rows.map((row) => {
    const was = fieldsLike(row.set ?? {}, body);
    body = withFields(body, row.set ?? {});
    return { ...row, was };
  });
  return { record: renewed(record, news, rows, body), rows: rebased };
}

function renewed(record: Stored | undefined, news: News, rows: OutboxRow[], typed: Stored["body"]) {
  const refused = record?.refused && refusedAfterNews(record.refused, news);
  const { kind, id, seq, kept } = news;
  const isEdited = rows.length > 0 || refused !== undefined;
  const shown = { ...(kept !== undefined && { kept }), ...(refused && { refused }) };
  if (news.deleted_at === null) {
    const deleted_at = rows.at(-1)?.action === "delete" ? (record?.deleted_at ?? null) : null;
    const body = withFields(typed, withoutTyped(refused?.set ?? {}, rows));
    return { id, kind, seq, body, deleted_at, ...shown };
  }
  const isKept = record && (isEdited || record.deleted_at !== null);
  const deleted_at = isEdited ? (record?.deleted_at ?? null) : news.deleted_at;
  return { id, kind, seq, body: isKept ? record.body : {}, deleted_at, ...shown };
}

function stillRefused(refused: Refused, row: OutboxRow): Refused | undefined {
  const set = withoutTyped(refused.set, [row]);
  const was = withoutTyped(refused.was, [row]);
  return Object.keys(set).length > 0 ? { ...refused, set, was } : undefined;
}

/** A refused deletion is resolved when the record is deleted for everybody. */
function refusedAfterNews(refused: Refused, news: News): Refused | undefined {
  const isEmpty = Object.keys(refused.set).length === 0;
  if (refused.action === "delete" && news.deleted_at !== null && isEmpty) return undefined;
  return { ...refused, was: fieldsLike(refused.set, news.body ?? {}) };
}

function withoutTyped(set: Refused["set"], rows: OutboxRow[]): Refused["set"] {
  const typed = new Set(rows.flatMap((row) => Object.keys(row.set ?? {})));
  return Object.fromEntries(Object.entries(set).filter(([name]) => !typed.has(name)));
}
