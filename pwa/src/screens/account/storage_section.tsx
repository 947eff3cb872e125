/** Whether the browser promises to keep what is stored on this device. */
import { useEffect, useState } from "preact/hooks";
import { askToPersist, type Persistence, persistence } from "../../data/persistence";

const PROMISES: Record<Persistence, string> = {
  promised: "This browser keeps your notes until you remove them.",
  not_promised:
    "If space runs low, this browser may delete your notes. What is synced is safe on the server.",
  unknown: "This browser doesn't say how long it keeps your notes. Sync often.",
};

/** Show what the browser promises, and a button that asks for more. */
export function StorageSection() {
  const [promise, setPromise] = useState<Persistence>();
  const [hasAsked, setAsked] = useState(false);
  useEffect(() => void persistence().then(setPromise), []);
  if (!promise) return null;
  const ask = async () => {
    setPromise(await askToPersist());
    setAsked(true);
  };
  return (
    <section class="card stack" aria-labelledby="storage">
      <h2 id="storage">Storage on this device</h2>
      <p>{PROMISES[promise]}</p>
      {promise === "not_promised" && !hasAsked && (
        <button type="button" class="button" onClick={ask}>
          Ask the browser to keep them
        </button>
      )}
      {promise === "not_promised" && hasAsked && (
        <p class="soft" role="status">
          The browser said no for now. It usually agrees once Earshot is on your home screen.
        </p>
      )}
    </section>
  );
}
