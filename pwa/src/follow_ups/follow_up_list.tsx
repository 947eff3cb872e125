/** The list of what one side owes: what is due first, the rest one tap away, what is settled folded away. */

import { localDay } from "../days/days";
import { AddLine } from "../editing/add_line";
import { Drop } from "../owing/drop";
import { OwedCard } from "../owing/owed_card";
import { SettledItem } from "../owing/settled_item";
import type { Saved } from "../records/queries";
import { Empty, ReadingFailed, Skeleton } from "../ui/empty";
import { useTitle } from "../ui/title";
import type { Listing, Side } from "./listing";
import { partsOf } from "./parts";
import { SideChoice } from "./side_choice";

const add = { me: "Add what I owe", them: "Add what they owe me" };

interface Props {
  listing: Listing;
  currentId: string | undefined;
}

/** Show what one side owes, and a place to add to it. */
export function FollowUpList({ listing, currentId }: Props) {
  const { side, choose, settled } = listing;
  useTitle("Follow-ups");
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
  const { owed, shown, showAll, failed, side } = listing;
  const today = localDay(new Date());
  if (failed) return <ReadingFailed />;
  if (!owed) return <Skeleton />;
  if (owed.length === 0) return <NothingOwed side={side} />;
  return (
    <>
      {partsOf(shown, today).map(({ title, owed: of }) => (
        <section key={title} class="stack" aria-label={title}>
          <h2>{title}</h2>
          <ul class="stack">
            {of.map((one) => (
              <OwedCard
                key={one.followUp.id}
                owed={one}
                today={today}
                isCurrent={one.followUp.id === currentId}
              >
                <Drop followUp={one.followUp} />
              </OwedCard>
            ))}
          </ul>
        </section>
      ))}
      {shown.length < owed.length && (
        <button type="button" class="button" onClick={showAll}>
          Show all {owed.length}
        </button>
      )}
    </>
  );
}

function NothingOwed({ side }: { side: Side }) {
  return side === "me" ? (
    <Empty title="Every promise kept">
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
          <SettledItem key={followUp.id} followUp={followUp} />
        ))}
      </ul>
    </details>
  );
}
