/** Keeping the screen on during a talk: only where the user asked for it and the browser can. */

import { useSetting } from "../../data/settings";
import { Icon } from "../../ui/icons";
import { useWakeLock } from "../../ui/wake_lock";

/** Offer to keep the screen on; the choice is remembered. */
export function AwakeChoice() {
  const [choice, choose] = useAwakeChoice();
  if (!("wakeLock" in navigator) || choice === undefined) return null;
  const isOn = choice === "on";
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={isOn}
      onClick={() => choose(isOn ? "off" : "on")}
    >
      <Icon name="eye" />
      Keep screen on
    </button>
  );
}

/** Keep the screen on as long as this is drawn, if that was chosen. */
export function KeptAwake() {
  const [choice] = useAwakeChoice();
  return choice === "on" ? <Holding /> : null;
}

function Holding() {
  useWakeLock();
  return null;
}

function useAwakeChoice() {
  return useSetting("talk_awake", ["off", "on"]);
}
