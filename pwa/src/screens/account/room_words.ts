/** The room of the account on the server, in words. */
import type { Room } from "../../data/types";

const MEGABYTE = 1_000_000;
const NEARLY = 0.9;
const digits = new Intl.NumberFormat("en");
const MAKE_ROOM =
  "To make room, delete what you no longer need, or ask whoever runs the server for more.";

/**
 * Return how much is used: "12 of 200 MB used", and what to do where it is nearly full.
 * @param heldBack - the records with changes that stay on this device until there is room
 */
export function roomText(room: Room, heldBack: number): { used: string; advice: string } {
  const used = usedText(room);
  if (heldBack > 0) return { used, advice: `${heldBackText(heldBack)} ${MAKE_ROOM}` };
  return { used, advice: share(room) < NEARLY ? "" : `Your account is nearly full. ${MAKE_ROOM}` };
}

function heldBackText(count: number): string {
  const [what, stay, sync] =
    count === 1
      ? ["1 change", "stays", "syncs by itself"]
      : [`${count} changes`, "stay", "sync by themselves"];
  return `Your account is full. ${what} ${stay} on this device and ${sync} once there is room.`;
}

function usedText(room: Room): string {
  if (recordShare(room) > byteShare(room) && recordShare(room) >= NEARLY)
    return `${digits.format(room.used_records)} of ${digits.format(room.max_records)} records used on the server.`;
  const whole = digits.format(Math.round(room.max_bytes / MEGABYTE));
  const used = room.used_bytes / MEGABYTE;
  const some = used > 0 && used < 1 ? "Less than 1" : digits.format(Math.floor(used));
  return `${some} of ${whole} MB used on the server.`;
}

function share(room: Room): number {
  return Math.max(byteShare(room), recordShare(room));
}

function byteShare({ used_bytes, max_bytes }: Room): number {
  return used_bytes / max_bytes;
}

function recordShare({ used_records, max_records }: Room): number {
  return used_records / max_records;
}
