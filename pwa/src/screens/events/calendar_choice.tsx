/** A calendar file, chosen or dropped on its field, as browsers have it: one event is taken in at once, of several the person chooses. */
import { useEffect, useState } from "preact/hooks";
import { go } from "../../ui/router";
import { showToast } from "../../ui/toast";
import type { Occasion } from "./calendar";
import { openCalendar } from "./calendar_file";
import { importOccasions } from "./import_occasions";
import { onLaunchedFile } from "./launched_file";
import { OccasionList } from "./occasion_list";

type State = { trouble: string } | { occasions: Occasion[] } | { isReading: boolean };

/** Let a calendar file be opened. */
export function CalendarChoice() {
  const [state, setState] = useState<State>({ isReading: false });
  const open = async (file: File | undefined) => {
    if (!file) return;
    setState({ isReading: true });
    const opened = await openCalendar(file);
    const only = "occasions" in opened && opened.occasions.length === 1;
    if (only) await takeIn(opened.occasions);
    else setState(opened);
  };
  useEffect(() => onLaunchedFile(open), []);
  return (
    <div class="field">
      <label for="calendar_file">From a calendar file (.ics), chosen or dropped here</label>
      <input
        id="calendar_file"
        class="drop_place"
        type="file"
        accept=".ics,text/calendar"
        onChange={(event) => open(event.currentTarget.files?.[0])}
      />
      <div role="status">
        {"trouble" in state && <p class="problem">{state.trouble}</p>}
        {"isReading" in state && state.isReading && <p class="soft">Reading…</p>}
      </div>
      {"occasions" in state && <OccasionList occasions={state.occasions} takeIn={takeIn} />}
    </div>
  );
}

async function takeIn(occasions: Occasion[]): Promise<void> {
  const { ids, added, changed, undo } = await importOccasions(occasions);
  go(ids.length === 1 ? `/events/${ids[0]}` : "/events", { replace: true });
  showToast(
    sayTaken(added.length, changed.length),
    added.length + changed.length > 0 ? { undo } : {},
  );
}

function sayTaken(added: number, changed: number): string {
  if (added + changed === 0) return "Nothing new: it is all here already.";
  const parts = [added > 0 && `${added} added`, changed > 0 && `${changed} updated`];
  return `From the calendar: ${parts.filter(Boolean).join(", ")}.`;
}
