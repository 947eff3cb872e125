/** The notices about a deleted account: until when it can be kept, and why a device was emptied. */
import {
  accountDeletedAfter,
  dismissAccountDeleted,
  wasAccountDeleted,
} from "../../data/device_state";
import { useLive } from "../../data/live";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

/** Return until when the account can be kept: "Your account will be deleted after 7 December." */
export function deletionText(until: string, now: Date): string {
  return `Your account will be deleted after ${dayText(localDay(new Date(until)), localDay(now))}. Sign in before then to keep it.`;
}

/** Show on the sign-in screen that signing in keeps the account. */
export function DeletionNotice() {
  const until = useLive(accountDeletedAfter, ["account"], []).value;
  if (!until) return null;
  return (
    <p class="notice" role="status">
      {deletionText(until, new Date())} Your notes stay on this device until then.
    </p>
  );
}

/** Show that the account is deleted, until the user closes the line. */
export function AccountDeletedLine() {
  const isDeleted = useLive(wasAccountDeleted, ["account"], []).value;
  if (!isDeleted) return null;
  return (
    <div class="notice" role="status">
      <p>Your account was deleted, so everything was removed from this device.</p>
      <button type="button" class="button" onClick={dismissAccountDeleted}>
        Close
      </button>
    </div>
  );
}
