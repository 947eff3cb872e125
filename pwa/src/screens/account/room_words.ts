/** The room of the account on the server, in words. */
import { heldBackText } from "../../components/sync_status/held_back_notice";
import type { Room } from "../../data/types";

const MEGABYTE = 1_000_000;
const NEARLY = 0.9;
const digits = new Intl.NumberFormat("en");
const MAKE_ROOM =
  "To make room, delete what you no longer need, or ask whoever runs the server for more.";

/**
 * Return how much is used: "12 of 200 MB used", and what to do where it is full or nearly so.
 * @param heldBack - the records with changes that stay on this device until there is room
 */
export function roomText(room: Room, heldBack: number): { used: string; advice: string } {
  const used = usedText(room);
  if (heldBack > 0) return { used, advice: `${heldBackText(heldBack)} ${MAKE_ROOM}` };
  if (share(room) < NEARLY) return { used, advice: "" };
  return {
    used,
    advice: `Your account is ${share(room) < 1 ? "nearly full" : "full"}. ${MAKE_ROOM}`,
  };
}

function usedText(room: Room): string {
  const whole = digits.format(Math.round(room.max_bytes / MEGABYTE));
  const used = room.used_bytes / MEGABYTE;
  const some = used > 0 && used < 1 ? "Less than 1" : digits.format(Math.floor(used));
  const megabytes = `${some} of ${whole} MB`;
  if (recordShare(room) < NEARLY || recordShare(room) < byteShare(room))
    return `${megabytes} used on the server.`;
  const records = `${digits.format(room.used_records)} of ${digits.format(room.max_records)} records`;
  return `${megabytes} and ${records} (people, notes, promises and so on) used on the server.`;
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
