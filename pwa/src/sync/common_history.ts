/** Finds how far a server that was restored from a backup still shares this device's history. */
import type { Answer, Offline, Refusal } from "../api";
import type { Device, HistoryPlace } from "../data/types";
import type { Reply } from "./protocol";

/** The newest seq that both share, or the answer that prevented finding it. */
export type Common = { found: true; head: number } | { found: false; answer: Refusal | Offline };

/** Asks the server as a device that is at this place. */
export type AskAt = (place: HistoryPlace) => Promise<Answer<Reply>>;

const MARKS_AT_MOST = 64;

/** Find the newest shared place by binary search: a server that knows one place knows all before it. */
export async function commonHead(device: Device, askAt: AskAt): Promise<Common> {
  const places = placesOf(device);
  let [known, unknown] = [-1, places.length];
  while (unknown - known > 1) {
    const middle = Math.floor((known + unknown) / 2);
    const answer = await askAt(places[middle] as HistoryPlace);
    if (answer.ok) known = middle;
    else if (isUnknown(answer)) unknown = middle;
    else return { found: false, answer };
  }
  return { found: true, head: places[known]?.cursor ?? 0 };
}

/** Return the places after one more was reached; of older ones fewer are kept. */
export function withPlace(
  device: Device,
  { cursor, mark }: Pick<Reply, "cursor" | "mark">,
): HistoryPlace[] {
  const places = placesOf(device);
  const isNewer = cursor > (places.at(-1)?.cursor ?? 0);
  const all = isNewer && mark !== null ? [...places, { cursor, mark }] : places;
  if (all.length <= MARKS_AT_MOST) return all;
  return all.filter((_place, nth) => nth >= MARKS_AT_MOST / 2 || nth % 2 === 0);
}

/** Return the places that the device was at; one of an older build knows only the current one. */
export function placesOf({ marks, cursor, mark }: Device): HistoryPlace[] {
  return marks ?? (mark === null ? [] : [{ cursor, mark }]);
}

function isUnknown({ code }: Refusal | Offline): boolean {
  return code === "resync" || code === "epoch_changed";
}
