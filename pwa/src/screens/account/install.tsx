/** Putting Earshot on the home screen: whether that is possible here, and how. */
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../../ui/icons";
import { isInstalled, isIos } from "../../ui/platform";

/** What Chromium fires when it would install the app; not a standard yet, so browsers' types lack it. */
interface InstallEvent extends Event {
  prompt: () => Promise<{ outcome: "accepted" | "dismissed" }>;
}

type InstallOption = "installed" | "offered" | "by_hand_on_ios" | "none";

let installEvent: InstallEvent | undefined;
const listeners = new Set<() => void>();

/** Catch the browser's offer to install, which may come long before the account is opened. */
export function listenForInstallEvent(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    setInstallEvent(event as InstallEvent);
  });
  addEventListener("appinstalled", () => setInstallEvent(undefined));
}

/** Explain how to install the app here; show nothing where it is installed or can't be. */
export function InstallSection() {
  const option = useInstallOption();
  if (option === "installed" || option === "none") return null;
  return (
    <section class="card stack" aria-labelledby="install">
      <h2 id="install">On your home screen</h2>
      {option === "offered" ? (
        <>
          <p>Once installed, Earshot opens with one tap, even offline.</p>
          <button type="button" class="button" onClick={install}>
            Install Earshot
          </button>
        </>
      ) : (
        <StepsOnIos />
      )}
    </section>
  );
}

function StepsOnIos() {
  return (
    <>
      <p>
        On an iPhone or iPad, add Earshot to the home screen. There it opens offline, and your notes
        aren't cleared after a week without use.
      </p>
      <ol class="steps">
        <li>
          In Safari, tap <Icon name="share" /> <b>Share</b>.
        </li>
        <li>
          Choose <b>Add to Home Screen</b>, then <b>Add</b>.
        </li>
        <li>Open Earshot from there and sign in once more.</li>
      </ol>
    </>
  );
}

function useInstallOption(): InstallOption {
  const [option, setOption] = useState(installOption);
  useEffect(() => {
    const notify = () => setOption(installOption());
    listeners.add(notify);
    return () => void listeners.delete(notify);
  }, []);
  return option;
}

function installOption(): InstallOption {
  if (isInstalled()) return "installed";
  if (installEvent) return "offered";
  return isIos() ? "by_hand_on_ios" : "none";
}

async function install(): Promise<void> {
  await installEvent?.prompt();
  setInstallEvent(undefined);
}

function setInstallEvent(event: InstallEvent | undefined): void {
  installEvent = event;
  for (const notify of listeners) notify();
}
