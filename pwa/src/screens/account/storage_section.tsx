/** Whether the browser keeps what is stored here, said honestly. */
import { useEffect, useState } from "preact/hooks";
import { askToPersist, type Persistence, persistence } from "../../data/persistence";

const words: Record<Persistence, string> = {
  promised: "This browser has promised to keep what is stored here until you remove it.",
  not_promised:
    "This browser may clear what is stored here when the device runs out of space. What has been synced is safe on the server.",
  unknown: "This browser does not say for how long it keeps what is stored here. Sync often.",
};

/** Show what the browser promises, and ask it for more. */
export function StorageSection() {
  const [promise, setPromise] = useState<Persistence>();
  const [asked, setAsked] = useState(false);
  useEffect(() => void persistence().then(setPromise), []);
  if (!promise) return null;
  const ask = async () => {
    setPromise(await askToPersist());
    setAsked(true);
  };
  return (
    <section class="card stack" aria-labelledby="storage">
      <h2 id="storage">Kept on this device</h2>
      <p>{words[promise]}</p>
      {promise === "not_promised" && !asked && (
        <button type="button" class="button" onClick={ask}>
          Ask it to keep everything
        </button>
      )}
      {promise === "not_promised" && asked && (
        <p class="soft" role="status">
          The browser said no for now. An app on the home screen is usually given the promise.
        </p>
      )}
    </section>
  );
}
