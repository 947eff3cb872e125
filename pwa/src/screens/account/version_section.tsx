/** Which version this is, and the newer one where there is one. */
import { useReload } from "../../service_worker/updates";

/** Show the version, and offer the new one. */
export function VersionSection() {
  const reload = useReload("new_version");
  return (
    <section class="card stack" aria-labelledby="version">
      <h2 id="version">Version</h2>
      <p>Earshot {__CLIENT__}</p>
      {reload && (
        <button type="button" class="button primary" onClick={reload}>
          Reload for the new version
        </button>
      )}
    </section>
  );
}
