/** One thing that is due: who, the promise in its own words, Done and Later. */

import { Icon } from "../ui/icons";
import { Later } from "../ui/later";
import { Link } from "../ui/link";
import { type Due, sayDue } from "./due";
import { markDone, moveTo } from "./settle";

/** Show one thing that is due. */
export function DueItem({ due, today }: { due: Due; today: string }) {
  const { followUp, who, day } = due;
  const { what, person_ids } = followUp.body;
  return (
    <li class="card due_item" id={followUp.id} tabIndex={-1}>
      <p class="due_head">
        {person_ids[0] ? (
          <Link href={`/people/${person_ids[0]}`}>{who || "Somebody"}</Link>
        ) : (
          "Myself"
        )}
        <span class="soft small">{sayDue(day, today)}</span>
      </p>
      <p class="quote">{what}</p>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          aria-label={`Done: ${what}`}
          onClick={() => markDone(followUp)}
        >
          <Icon name="done" />
          Done
        </button>
        <Later what={what} pick={(later) => moveTo(followUp, later)} />
      </div>
    </li>
  );
}
