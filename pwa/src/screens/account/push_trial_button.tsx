/** "Send me a test", which says whether it arrived or what went wrong. */
import { useState } from "preact/hooks";
import { runPushTrial, type TrialOutcome } from "../../notifications/push_trial";

const WORDS: Record<TrialOutcome, string> = {
  arrived: "It arrived: reminders reach this device.",
  on_its_way:
    "The push service has taken it, but it has not arrived within 20 seconds. Look whether the device saves power or does not want to be disturbed.",
  offline: "The server could not be reached. Try again when there is a network.",
  lost: "The browser has ended the reminders on this device. Stop them here and switch them on again.",
  refused: "The push service would not take it. Try again later.",
};

/** Let a test be sent. */
export function PushTrialButton() {
  const [isOut, setOut] = useState(false);
  const [outcome, setOutcome] = useState<TrialOutcome>();
  const send = async () => {
    setOut(true);
    setOutcome(undefined);
    setOutcome(await runPushTrial());
    setOut(false);
  };
  return (
    <div>
      <button type="button" class="button" disabled={isOut} onClick={send}>
        {isOut ? "Waiting for it…" : "Send me a test"}
      </button>
      <p class="soft" role="status">
        {outcome && WORDS[outcome]}
      </p>
    </div>
  );
}
