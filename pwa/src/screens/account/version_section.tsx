/** Which version this is, and the newer one where there is one. */
import { useUpdate } from "../../ui/update";

/** Show the version, and offer the new one. */
export function VersionSection() {
  const update = useUpdate();
  return (
    <section class="card stack" aria-labelledby="version">
      <h2 id="version">Version</h2>
      <p>Earshot {__CLIENT__}</p>
      {update.ready && (
        <button type="button" class="button primary" onClick={update.reload}>
          Reload for the new version
        </button>
      )}
    </section>
  );
}
