/** Whether Earshot can be put on the home screen here, and how. */
import { useEffect, useState } from "preact/hooks";
import { isInstalled, isIos } from "../../ui/platform";

/** What Chromium fires when it would install the app; no standard yet, so no type of the browser's. */
interface InstallOffer extends Event {
  prompt: () => Promise<{ outcome: "accepted" | "dismissed" }>;
}

export type InstallWay = "installed" | "offered" | "by_hand_on_ios" | "none";

let offer: InstallOffer | undefined;
const listeners = new Set<() => void>();

/** Catch the browser's offer, which may come long before anybody asks for it. */
export function listenForInstallOffer(): void {
  const change = (next: InstallOffer | undefined) => {
    offer = next;
    for (const hear of listeners) hear();
  };
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    change(event as InstallOffer);
  });
  addEventListener("appinstalled", () => change(undefined));
}

/** Follow how the app can be installed; gives the way, and what accepts the browser's offer. */
export function useInstall(): [InstallWay, () => Promise<void>] {
  const [way, setWay] = useState(wayNow);
  useEffect(() => {
    const hear = () => setWay(wayNow());
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
  return [way, accept];
}

async function accept(): Promise<void> {
  await offer?.prompt();
  offer = undefined;
  for (const hear of listeners) hear();
}

function wayNow(): InstallWay {
  if (isInstalled()) return "installed";
  if (offer) return "offered";
  return isIos() ? "by_hand_on_ios" : "none";
}
