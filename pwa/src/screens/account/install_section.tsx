/** How to put Earshot on the home screen; nothing where it is there already or cannot be. */
import { Icon } from "../../ui/icons";
import { useInstall } from "./install";

/** Explain the installation that this browser offers. */
export function InstallSection() {
  const [way, accept] = useInstall();
  if (way === "installed" || way === "none") return null;
  return (
    <section class="card stack" aria-labelledby="install">
      <h2 id="install">On your home screen</h2>
      {way === "offered" ? (
        <>
          <p>Installed, Earshot opens with one tap, also without a network.</p>
          <button type="button" class="button" onClick={accept}>
            Install Earshot
          </button>
        </>
      ) : (
        <>
          <p>
            On an iPhone or iPad, add Earshot to the home screen. There it opens without a network,
            and the system does not clear what you noted after a week without use.
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
      )}
    </section>
  );
}
