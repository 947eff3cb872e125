/** The targets of the event that is on which were not met yet. */

import { setMet } from "../../components/event/event_writes";
import type { Wanted } from "../../data/events";

/** List whom to meet still, each with the first question. */
export function ToMeet({ targets }: { targets: Wanted[] }) {
  const wanted = targets.filter(({ met }) => met === null);
  if (targets.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="to_meet">
      <h3 id="to_meet">{wanted.length > 0 ? "To meet" : "You met everybody on your list."}</h3>
      {wanted.length > 0 && (
        <ul class="rows">
          {wanted.map((target) => (
            <li key={target.id} class="to_meet">
              <div>
                <strong>{target.name || "Somebody"}</strong>
                {target.body.question && <p class="soft">“{target.body.question}”</p>}
              </div>
              <button
                type="button"
                class="button"
                aria-label={`Met: ${target.name}`}
                onClick={() => setMet(target, new Date().toISOString())}
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
