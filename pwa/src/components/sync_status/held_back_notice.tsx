/** The notice that the account has no room for some changes, which are waiting for it on this device. */

import { useLive } from "../../data/live";
import { countHeldBack } from "../../data/queries";
import { Link } from "../../ui/link";

/** Show how many changes are waiting for room, and the way to make some; nothing where none are. */
export function HeldBackNotice() {
  const heldBack = useLive(countHeldBack, ["outbox", "sync_state"], []).value ?? 0;
  if (heldBack === 0) return null;
  return (
    <aside class="notice" aria-label="Account is full">
      <p>{heldBackText(heldBack)}</p>
      <Link href="/account" class="button">
        Make room
      </Link>
    </aside>
  );
}

/**
 * Return what happens to changes for which the account has no room.
 * @param count - the records with such changes, at least 1
 */
export function heldBackText(count: number): string {
  const [what, stay, sync] =
    count === 1
      ? ["1 change", "stays", "syncs by itself"]
      : [`${count} changes`, "stay", "sync by themselves"];
  return `Your account is full. ${what} ${stay} on this device and ${sync} once there is room.`;
}
