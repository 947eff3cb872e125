/** The calm question whether this device shall remind, once a promise has a day. */

import { setNotificationChoice } from "../data/device_state";
import { useLive } from "../data/live";
import { openFollowUps } from "../data/queries";
import { Link } from "../ui/link";
import { type NotificationState, useNotifications } from "./use_notifications";
import { obstacleText } from "./words";

/** Ask where there is something to be reminded of and nothing was answered; else show nothing. */
export function AskLine() {
  const reminding = useNotifications();
  const hasDay = useLive(isAnythingDated, ["follow_up"], []).value;
  if (!hasDay) return null;
  if (reminding.state === "unasked") return <Question {...reminding} />;
  if (reminding.state === "lost") return <Lost {...reminding} />;
  return null;
}

function Question({ start, isBusy, obstacle }: NotificationState) {
  return (
    <aside class="notice" aria-label="Reminders">
      <p>Shall this device remind you of what you promised, on its day?</p>
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
      <p>The browser has ended the reminders on this device.</p>
      {obstacle && <p role="alert">{obstacleText(obstacle)}</p>}
      <button type="button" class="button primary" disabled={isBusy} onClick={start}>
        Remind me again
      </button>
      <Link href="/account" class="button">
        See how it stands
      </Link>
    </aside>
  );
}

async function isAnythingDated(): Promise<boolean> {
  const open = await openFollowUps();
  return open.some(({ body }) => body.owed_by === "me" && Boolean(body.due_on ?? body.due_at));
}
