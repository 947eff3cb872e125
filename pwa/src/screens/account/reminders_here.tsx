/** Each state that reminders on this device can be in: named, and with the way out of it. */
import type { NotificationState, State } from "../../notifications/use_notifications";
import { howToAllow, obstacleText } from "../../notifications/words";
import { isInstalled } from "../../ui/platform";
import { PushTrialButton } from "./push_trial_button";

const WORDS: Record<State, string> = {
  unsupported:
    "This browser cannot remind you while Earshot is closed. What is due always stands under Now and Follow-ups, and your calendar can carry it too.",
  install_first:
    "On an iPhone or iPad, reminders come to the app on the home screen. Put Earshot there first, as described below, and open it from there.",
  signed_out: "Sign in first: reminders come from the server, also while Earshot is closed.",
  denied: "This browser has been told not to let Earshot notify you.",
  unasked: "On its day, a promise can show on this device, also while Earshot is closed.",
  off: "On its day, a promise can show on this device, also while Earshot is closed.",
  lost: "This device should remind you, but the browser has ended that.",
  on: "This device reminds you of what you promised, on its day.",
};

/** Say how it stands, and offer what can be done about it. */
export function RemindersHere(reminding: NotificationState) {
  const { state, obstacle } = reminding;
  if (!state) return null;
  return (
    <>
      <p>{WORDS[state]}</p>
      {state === "denied" && <p class="soft">{howToAllow(navigator.userAgent, isInstalled())}</p>}
      {obstacle && obstacle !== state && (
        <p class="form_problem" role="alert">
          {obstacleText(obstacle)}
        </p>
      )}
      <Offer {...reminding} />
    </>
  );
}

function Offer({ state, start, stop, isBusy }: NotificationState) {
  if (state === "on") {
    return (
      <>
        <PushTrialButton />
        <button type="button" class="button" disabled={isBusy} onClick={stop}>
          Stop reminding this device
        </button>
      </>
    );
  }
  if (state !== "unasked" && state !== "off" && state !== "lost") return null;
  return (
    <button type="button" class="button primary" disabled={isBusy} onClick={start}>
      {isBusy ? "Asking the browser…" : state === "lost" ? "Mend it" : "Remind me on this device"}
    </button>
  );
}
