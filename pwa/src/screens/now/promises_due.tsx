/** The promises due today: five at first, the rest one tap away. */

import { useState } from "preact/hooks";
import type { FollowUpRow } from "../../components/promise/promise";
import { PromiseCard } from "../../components/promise/promise_card";
import { usePromiseKeys } from "../../components/promise/promise_keys";
import { localDay } from "../../domain/dates/days";

const SHOWN_COUNT = 5;

/** Show what is due today, or that nothing is. */
export function PromisesDue({ due }: { due: FollowUpRow[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? due : due.slice(0, SHOWN_COUNT);
  const hiddenCount = due.length - shown.length;
  usePromiseKeys(shown);
  return (
    <section class="stack" aria-labelledby="due_heading">
      <h2 id="due_heading">Due today</h2>
      {due.length === 0 && <p class="soft">Nothing due today.</p>}
      <ul class="stack due">
        {shown.map((one) => (
          <PromiseCard key={one.followUp.id} row={one} today={localDay(new Date())} />
        ))}
      </ul>
      {hiddenCount > 0 && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          Show all {due.length}
        </button>
      )}
    </section>
  );
}
