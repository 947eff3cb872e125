/** The notices about a deleted account: until when it can be kept, that it is, or why a device was emptied. */
import {
  type AccountNews,
  accountDeletedAfter,
  accountNews,
  dismissAccountNews,
} from "../../data/device_state";
import { useLive } from "../../data/live";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";

/** Return when the account goes: "Your account will be deleted after 7 December." */
export function deletionText(until: string, now: Date): string {
  return `Your account will be deleted after ${dayText(localDay(new Date(until)), localDay(now))}.`;
}

/** Show on the sign-in screen that signing in keeps the account, whichever device asked for its deletion. */
export function DeletionNotice({ isToBeErased }: { isToBeErased: boolean }) {
  const until = useLive(accountDeletedAfter, ["account"], []).value;
  if (!isToBeErased) return null;
  return (
    <p class="notice" role="status">
      {until ? deletionText(until, new Date()) : "Your account will be deleted within seven days."}{" "}
      Signing in keeps the account. Your notes stay on this device until then.
    </p>
  );
}

const NEWS: Record<AccountNews, string> = {
  account_deleted: "Your account was deleted, so everything was removed from this device.",
  account_kept: "Your account is kept. It won't be deleted.",
};

/** Show what became of the account, until the user closes the line. */
export function AccountNewsLine() {
  const news = useLive(accountNews, ["account"], []).value;
  if (!news) return null;
  return (
    <div class="notice" role="status">
      <p>{NEWS[news]}</p>
      <button type="button" class="button" onClick={() => dismissAccountNews(news)}>
        Close
      </button>
    </div>
  );
}
