/** The targets of the current event that were not met yet, and the hint at half-time. */

import { markMet, type SavedEvent, setEvent } from "../../components/event/event_writes";
import type { NamedTarget } from "../../data/events";
import { halfTimeHint } from "../../domain/events/half_time";
import { showToast } from "../../ui/toast";

/** Show who is still to be met, each with the first question. */
export function ToMeet({ targets }: { targets: NamedTarget[] }) {
  const unmet = targets.filter(({ met }) => met === null);
  if (targets.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="to_meet">
      <h3 id="to_meet">{unmet.length > 0 ? "To meet" : "You met everyone on your list."}</h3>
      {unmet.length > 0 && (
        <ul class="rows">
          {unmet.map((target) => (
            <li key={target.id} class="to_meet">
              <div>
                <strong>{target.name || "Someone"}</strong>
                {target.body.question && <p class="soft">“{target.body.question}”</p>}
              </div>
              <button
                type="button"
                class="button"
                aria-label={`Met: ${target.name}`}
                onClick={() => markMet(target, new Date().toISOString())}
              >
                Met
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface Props {
  event: SavedEvent;
  targets: NamedTarget[];
  now: Date;
}

/** Show one target once half of the event is over and no target was met; otherwise nothing. */
export function HalfTimeHint({ event, targets, now }: Props) {
  const target = halfTimeHint(event.body, targets, now);
  if (!target) return null;
  const dismiss = async () => {
    await setEvent(event, { hint_dismissed_at: new Date().toISOString() });
    showToast("No more hints for this event.", {
      undo: () => setEvent(event, { hint_dismissed_at: null }),
    });
  };
  return (
    <div class="notice" role="status">
      <p>
        Half-time. You wanted to meet <b>{target.name || "someone"}</b>. Take a look around.
      </p>
      <button type="button" class="button" onClick={dismiss}>
        Got it
      </button>
    </div>
  );
}
