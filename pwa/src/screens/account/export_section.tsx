/** Export of everything on this device to one file, with or without an account, also offline. */

import { exportEverything } from "../../data/export";
import { localDay } from "../../domain/dates/days";
import { Icon } from "../../ui/icons";

/** Show the button that saves the file. */
export function ExportSection() {
  return (
    <section class="card stack" aria-labelledby="export">
      <h2 id="export">Export</h2>
      <p>One JSON file with everything on this device, synced or not.</p>
      <button type="button" class="button" onClick={saveEverythingAsFile}>
        <Icon name="leave" />
        Export as JSON
      </button>
    </section>
  );
}

/** Save everything on this device as a file. */
export async function saveEverythingAsFile(): Promise<void> {
  const now = new Date();
  const text = JSON.stringify(await exportEverything(now), null, 2);
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `earshot_${localDay(now)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
