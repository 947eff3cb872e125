/** Decides which news this device can keep, and notes what it cannot. */
import type { WriteTransaction } from "../data/db";
import type { SetAside } from "../data/types";
import type { News } from "./protocol";

/** Errors of one value; any other is one of the whole device, such as a full disk. */
const OF_ONE_VALUE = new Set([
  "ConstraintError",
  "DataCloneError",
  "DataError",
  "RangeError",
  "TypeError",
  "UnknownError",
]);

/** Check whether news has the shape of a record, however new its kind. */
export function isRecord(news: unknown): news is News {
  if (!isObject(news)) return false;
  const { kind, id, seq, body, deleted_at, kept } = news;
  return (
    typeof kind === "string" &&
    typeof id === "string" &&
    Number.isSafeInteger(seq) &&
    (body === undefined || isObject(body)) &&
    (deleted_at === null || typeof deleted_at === "string") &&
    (kept === undefined || (isObject(kept) && Object.values(kept).every(Array.isArray)))
  );
}

/** Check whether storing failed because of the record, and not because of the device. */
export function isErrorOfOneValue(error: unknown): boolean {
  const { name } = error as Partial<Error>;
  return name !== undefined && OF_ONE_VALUE.has(name);
}

/** Note which news could not be kept; what could be kept by now is no longer noted. */
export async function noteSetAside(
  transaction: WriteTransaction,
  records: News[],
  unkept: Set<unknown>,
): Promise<void> {
  const meta = transaction.objectStore("meta");
  const before = ((await meta.get("set_aside")) as SetAside[] | undefined) ?? [];
  if (before.length === 0 && unkept.size === 0) return;
  const renewed = new Set(records.map(idOf));
  const added = records.filter((news) => unkept.has(news)).map(toSetAside);
  await meta.put([...before.filter(({ id }) => !renewed.has(id)), ...added], "set_aside");
}

function toSetAside(news: unknown): SetAside {
  const { kind, seq } = isObject(news) ? news : {};
  return {
    id: idOf(news),
    kind: typeof kind === "string" ? kind : "",
    seq: Number.isSafeInteger(seq) ? (seq as number) : 0,
  };
}

function idOf(news: unknown): string {
  return isObject(news) ? String(news.id) : "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
