/** The one hint of an event, half way through it. */

import { type SavedEvent, setEvent } from "../../components/event/event_writes";
import type { Wanted } from "../../data/events";
import { halfTimeHint } from "../../domain/events/half_time";
import { showToast } from "../../ui/toast";

interface Props {
  event: SavedEvent;
  targets: Wanted[];
  now: Date;
}

/** Name one target when half of the event is over and nobody was met; else show nothing. */
export function HalfTime({ event, targets, now }: Props) {
  const target = halfTimeHint(event.body, targets, now);
  if (!target) return null;
  const dismiss = async () => {
    await setEvent(event, { hint_dismissed_at: new Date().toISOString() });
    showToast("No more hints here.", { undo: () => setEvent(event, { hint_dismissed_at: null }) });
  };
  return (
    <div class="notice" role="status">
      <p>
        Half-time. You came to meet <b>{target.name || "somebody"}</b>: look around.
      </p>
      <button type="button" class="button" onClick={dismiss}>
        Got it
      </button>
    </div>
  );
}
