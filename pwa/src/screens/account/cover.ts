/** The cover that falls over everything when the app is left, before the system keeps a picture of it. */
import "./cover.css";

const NAME = "Earshot";

/**
 * Cover the app whenever it goes out of sight, until one tap brings it back as it was.
 * gives: the way to stop
 */
export function coverWhenLeft(): () => void {
  const cover = drawCover();
  const listening = new AbortController();
  const { signal } = listening;
  const fall = () => fallOver(cover);
  const look = () => document.visibilityState === "hidden" && fall();
  document.addEventListener("visibilitychange", look, { signal });
  addEventListener("pagehide", fall, { signal });
  return () => {
    listening.abort();
    cover.close();
    cover.remove();
  };
}

/** A modal dialog lies above all others, and the browser gives the focus back when it closes. */
function drawCover(): HTMLDialogElement {
  const cover = document.createElement("dialog");
  cover.className = "cover";
  cover.ariaLabel = `${NAME} is covered`;
  const lift = document.createElement("button");
  lift.type = "button";
  const name = document.createElement("strong");
  name.textContent = NAME;
  lift.append(name, "Tap to go on");
  lift.addEventListener("click", () => cover.close());
  cover.append(lift);
  document.body.append(cover);
  return cover;
}

/** The title may name somebody, and the system shows it beside the picture. */
function fallOver(cover: HTMLDialogElement): void {
  if (cover.open) return;
  const { title } = document;
  cover.addEventListener("close", () => restore(title), { once: true });
  cover.showModal();
  document.title = NAME;
}

function restore(title: string): void {
  if (document.title === NAME) document.title = title;
}
