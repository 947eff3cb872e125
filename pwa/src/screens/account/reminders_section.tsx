/** Reminders on this device: their state, what can be done about it, and a push to try them. */
import { useState } from "preact/hooks";
import { runPushTrial, type TrialOutcome } from "../../notifications/push_trial";
import {
  type NotificationState,
  type ReminderState,
  useNotifications,
} from "../../notifications/use_notifications";
import { howToAllow, obstacleText } from "../../notifications/words";
import { isInstalled } from "../../ui/platform";
import { ReminderChoices } from "./reminder_choices";

const STATES: Record<ReminderState, string> = {
  unsupported:
    "This browser can't remind you while Earshot is closed. You'll find what is due under Now and Follow-ups, and in your calendar if you connect it below.",
  install_first:
    "On an iPhone or iPad, reminders need the app on your home screen. Install it as described below, and open it from there.",
  signed_out: "Sign in first: the server sends reminders, even while Earshot is closed.",
  denied: "Notifications from Earshot are blocked in this browser.",
  unasked: "Get a notification on the day of a promise, even while Earshot is closed.",
  off: "Get a notification on the day of a promise, even while Earshot is closed.",
  lost: "Your browser turned off notifications here.",
  on: "This device reminds you of your promises on their day.",
};
const TRIAL_OUTCOMES: Record<TrialOutcome, string> = {
  arrived: "It arrived: reminders work on this device.",
  on_its_way:
    "It was sent, but hasn't arrived within 20 seconds. Check that battery saver and Do Not Disturb are off.",
  offline: "The server can't be reached. Try again when you're online.",
  lost: "Your browser turned off notifications here. Stop reminders on this device, then start them again.",
  busy: "Another test is still on its way, or you sent many just now. Try again in a few minutes.",
  refused: "Your browser's push service refused it. Try again later.",
};

/** Show the reminders of this device and the choices for all devices. */
export function RemindersSection() {
  const notifications = useNotifications();
  if (!notifications.state) return null;
  return (
    <section class="card stack" aria-labelledby="reminders">
      <h2 id="reminders">Reminders</h2>
      <RemindersHere {...notifications} />
      {notifications.state !== "signed_out" && <ReminderChoices />}
    </section>
  );
}

function RemindersHere(notifications: NotificationState) {
  const { state, obstacle } = notifications;
  if (!state) return null;
  return (
    <>
      <p>{STATES[state]}</p>
      {state === "denied" && <p class="soft">{howToAllow(navigator.userAgent, isInstalled())}</p>}
      {obstacle && obstacle !== state && (
        <p class="form_problem" role="alert">
          {obstacleText(obstacle)}
        </p>
      )}
      <RemindersButton {...notifications} />
    </>
  );
}

function RemindersButton({ state, start, stop, isBusy }: NotificationState) {
  if (state === "on") {
    return (
      <>
        <PushTrialButton />
        <button type="button" class="button" disabled={isBusy} onClick={stop}>
          Stop reminders on this device
        </button>
      </>
    );
  }
  if (state !== "unasked" && state !== "off" && state !== "lost") return null;
  const label = state === "lost" ? "Turn them on again" : "Remind me on this device";
  return (
    <button type="button" class="button primary" disabled={isBusy} onClick={start}>
      {isBusy ? "Asking the browser…" : label}
    </button>
  );
}

function PushTrialButton() {
  const [isRunning, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<TrialOutcome>();
  const run = async () => {
    setRunning(true);
    setOutcome(undefined);
    setOutcome(await runPushTrial());
    setRunning(false);
  };
  return (
    <div>
      <button type="button" class="button" disabled={isRunning} onClick={run}>
        {isRunning ? "Waiting for it…" : "Send me a test"}
      </button>
      <p class="soft" role="status">
        {outcome && TRIAL_OUTCOMES[outcome]}
      </p>
    </div>
  );
}
