/** Covers the app whenever the user leaves it, before the system takes its picture for the app switcher. */
import { useEffect } from "preact/hooks";
import { useSetting } from "../../data/settings";
import "./privacy_screen.css";

type Choice = "off" | "on";

const APP_NAME = "Earshot";
const CHOICES = ["off", "on"] as const;
const LABELS: Record<Choice, string> = { off: "Off", on: "On" };

/** Cover the app when it is left, if the user chose so. */
export function usePrivacyScreen(): void {
  const [choice] = useSetting<Choice>("hide_when_left", CHOICES);
  useEffect(() => (choice === "on" ? coverWhenLeft() : undefined), [choice]);
}

/** Show the switch of the privacy screen. */
export function PrivacyScreenSection() {
  const [chosen, choose] = useSetting<Choice>("hide_when_left", CHOICES);
  return (
    <section class="card stack" aria-labelledby="privacy_screen">
      <h2 id="privacy_screen">Cover the screen when I switch apps</h2>
      <p>
        Names and notes stay out of your phone's app switcher. One tap uncovers them, just as they
        were.
      </p>
      <fieldset class="segments" aria-labelledby="privacy_screen">
        {CHOICES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="privacy_screen"
              checked={chosen === choice}
              onChange={() => choose(choice)}
            />
            {LABELS[choice]}
          </label>
        ))}
      </fieldset>
    </section>
  );
}

/** Cover the app whenever it goes out of sight, until a tap uncovers it; returns what ends that. */
function coverWhenLeft(): () => void {
  const cover = createCover();
  const listening = new AbortController();
  const { signal } = listening;
  const show = () => showCover(cover);
  const showIfHidden = () => document.visibilityState === "hidden" && show();
  document.addEventListener("visibilitychange", showIfHidden, { signal });
  addEventListener("pagehide", show, { signal });
  return () => {
    listening.abort();
    cover.close();
    cover.remove();
  };
}

/** A modal dialog lies above all others, and the browser restores the focus when it closes. */
function createCover(): HTMLDialogElement {
  const cover = document.createElement("dialog");
  cover.className = "cover";
  cover.ariaLabel = `${APP_NAME} is covered`;
  const button = document.createElement("button");
  button.type = "button";
  const name = document.createElement("strong");
  name.textContent = APP_NAME;
  button.append(name, "Tap to continue");
  button.addEventListener("click", () => cover.close());
  cover.append(button);
  document.body.append(cover);
  return cover;
}

/** The title may name a person, and the system shows it beside the picture. */
function showCover(cover: HTMLDialogElement): void {
  if (cover.open) return;
  const { title } = document;
  cover.addEventListener("close", () => restoreTitle(title), { once: true });
  cover.showModal();
  document.title = APP_NAME;
}

function restoreTitle(title: string): void {
  if (document.title === APP_NAME) document.title = title;
}
