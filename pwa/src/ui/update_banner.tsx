/** The word that a new version waits; nothing changes until the person says so. */

import { useUpdate } from "./update";

/** Offer to reload when a new version waits. */
export function UpdateBanner() {
  const { ready, reload } = useUpdate();
  if (!ready) return null;
  return (
    <div class="notice" role="status">
      <p>A new version of Earshot is ready.</p>
      <button type="button" class="button" onClick={reload}>
        Reload
      </button>
    </div>
  );
}
