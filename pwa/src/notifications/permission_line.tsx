/** The question whether this device may remind, asked once a promise has a day. */

import { setNotificationChoice } from "../data/device_state";
import { useLive } from "../data/live";
import { openFollowUps } from "../data/queries";
import { Link } from "../ui/link";
import { type NotificationState, useNotifications } from "./use_notifications";
import { obstacleText } from "./words";

/** Ask if there is a promise with a day and no answer yet, or if the browser has ended the reminders. */
export function PermissionLine() {
  const notifications = useNotifications();
  const hasDay = useLive(hasDatedPromise, ["follow_up"], []).value;
  if (!hasDay) return null;
  if (notifications.state === "unasked") return <Question {...notifications} />;
  if (notifications.state === "lost") return <Lost {...notifications} />;
  return null;
}

function Question({ start, isBusy, obstacle }: NotificationState) {
  return (
    <aside class="notice" aria-label="Reminders">
      <p>Want a reminder on the day of a promise?</p>
      {obstacle && <p role="alert">{obstacleText(obstacle)}</p>}
      <button type="button" class="button primary" disabled={isBusy} onClick={start}>
        {isBusy ? "Asking the browser…" : "Remind me"}
      </button>
      <button type="button" class="button" onClick={() => setNotificationChoice("no")}>
        Not now
      </button>
    </aside>
  );
}

function Lost({ start, isBusy, obstacle }: NotificationState) {
  return (
    <aside class="notice" aria-label="Reminders">
      <p>Your browser turned off notifications here.</p>
      {obstacle && <p role="alert">{obstacleText(obstacle)}</p>}
      <button type="button" class="button primary" disabled={isBusy} onClick={start}>
        Turn them on again
      </button>
      <Link href="/account" class="button">
        See details
      </Link>
    </aside>
  );
}

async function hasDatedPromise(): Promise<boolean> {
  const open = await openFollowUps();
  return open.some(({ body }) => body.owed_by === "me" && Boolean(body.due_on ?? body.due_at));
}
