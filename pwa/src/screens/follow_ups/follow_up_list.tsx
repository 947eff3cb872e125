/** The list of what one side owes: what is due first, the rest one tap away, what is settled folded away. */

import { AddLine } from "../../components/inline_edit/add_line";
import { ClosedItem } from "../../components/promise/closed_item";
import { Drop } from "../../components/promise/drop";
import { PromiseCard } from "../../components/promise/promise_card";
import type { Saved } from "../../data/queries";
import { localDay } from "../../domain/dates/days";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import type { Listing, Side } from "./listing";
import { NudgeCard } from "./nudge_card";
import { type Row, rowCount } from "./parts";
import { SideChoice } from "./side_choice";

const add = { me: "Add what I owe", them: "Add what they owe me" };

interface Props {
  listing: Listing;
  currentId: string | undefined;
}

/** Show what one side owes, and a place to add to it. */
export function FollowUpList({ listing, currentId }: Props) {
  const { side, choose, settled } = listing;
  return (
    <div class="stack follow_up_list">
      <h1>Follow-ups</h1>
      <SideChoice side={side} choose={choose} />
      <Open listing={listing} currentId={currentId} />
      <AddLine key={side} label={add[side]} kind="follow_up" about={{ owed_by: side }} />
      {settled.length > 0 && <Settled settled={settled} />}
    </div>
  );
}

function Open({ listing, currentId }: Props) {
  const { shown, count, showAll, failed, side } = listing;
  if (failed) return <ReadingFailed />;
  if (!shown) return <Skeleton />;
  if (count === 0) return <NothingOwed side={side} />;
  return (
    <>
      {shown.map(({ title, rows }) => (
        <section key={title} class="stack" aria-label={title}>
          <h2>{title}</h2>
          <ul class="stack">
            {rows.map((row) => (
              <RowCard key={idOf(row)} row={row} currentId={currentId} />
            ))}
          </ul>
        </section>
      ))}
      {rowCount(shown) < count && (
        <button type="button" class="button" onClick={showAll}>
          Show all {count}
        </button>
      )}
    </>
  );
}

function RowCard({ row, currentId }: { row: Row; currentId: string | undefined }) {
  if ("nudge" in row) return <NudgeCard nudge={row.nudge} />;
  const { followUp } = row.owed;
  return (
    <PromiseCard owed={row.owed} today={localDay(new Date())} isCurrent={followUp.id === currentId}>
      <Drop followUp={followUp} />
    </PromiseCard>
  );
}

function idOf(row: Row): string {
  return "nudge" in row ? row.nudge.person.id : row.owed.followUp.id;
}

function NothingOwed({ side }: { side: Side }) {
  return side === "me" ? (
    <Empty title="You owe nobody anything">
      <p class="soft">What you promise on a card stands here until it is done.</p>
    </Empty>
  ) : (
    <Empty title="Nobody owes you anything">
      <p class="soft">Note here what somebody said they would do, and ask them when it is time.</p>
    </Empty>
  );
}

function Settled({ settled }: { settled: Saved<"follow_up">[] }) {
  return (
    <details class="settled">
      <summary>Done or dropped lately</summary>
      <ul class="rows">
        {settled.map((followUp) => (
          <ClosedItem key={followUp.id} followUp={followUp} />
        ))}
      </ul>
    </details>
  );
}
