/** What can be done about a follow-up: done or tomorrow with one large tap each, later, dropped, open again. */

import { markDone, postponeTo, reopen } from "../../components/promise/close_promise";
import { Ending } from "../../components/promise/closed_item";
import { Drop } from "../../components/promise/drop";
import { isOpen } from "../../data/closed";
import type { Saved } from "../../data/queries";
import { daysAfter, localDay } from "../../domain/dates/days";
import { Icon } from "../../ui/icons";
import { Later } from "../../ui/later";

/** Show the ways to settle a follow-up, or how it was settled and the way to open it again. */
export function Settling({ followUp }: { followUp: Saved<"follow_up"> }) {
  const { what } = followUp.body;
  if (!isOpen(followUp)) return <Settled followUp={followUp} />;
  return (
    <div class="actions settling">
      <button type="button" class="button primary" onClick={() => markDone(followUp)}>
        <Icon name="done" />
        Done
      </button>
      <button
        type="button"
        class="button"
        onClick={() => postponeTo(followUp, daysAfter(localDay(new Date()), 1))}
      >
        Tomorrow
      </button>
      <Later what={what} pick={(day) => postponeTo(followUp, day)} />
      <Drop followUp={followUp} />
    </div>
  );
}

function Settled({ followUp }: { followUp: Saved<"follow_up"> }) {
  return (
    <div class="notice">
      <Ending followUp={followUp} />
      <button type="button" class="button" onClick={() => reopen(followUp)}>
        Open again
      </button>
    </div>
  );
}
