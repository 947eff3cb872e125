/** Reads the follow-up that was chosen, or that a notification led to, and says so calmly when it is gone. */

import { useLive } from "../../data/live";
import { Empty, ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { FollowUpPage } from "./follow_up_page";
import { wholeFollowUp } from "./follow_up_query";

const topics: Parameters<typeof useLive>[1] = [
  "follow_up",
  "person",
  "conversation",
  "event",
  "outbox",
];

/** Show the follow-up with this id. */
export function FollowUpDetail({ id }: { id: string }) {
  const { value: whole, error } = useLive(() => wholeFollowUp(id), topics, [id]);
  if (whole) return <FollowUpPage whole={whole} />;
  if (error) return <ReadingFailed />;
  return whole === undefined ? <Skeleton /> : <Gone />;
}

/** Say what the empty half of the desk is for. */
export function NothingChosen() {
  return (
    <Empty title="One thing at a time">
      <p class="soft">
        <kbd>j</kbd> and <kbd>k</kbd> move through the list, <kbd>d</kbd> is done, <kbd>l</kbd> is
        tomorrow, <kbd>x</kbd> drops with a reason.
      </p>
    </Empty>
  );
}

function Gone() {
  return (
    <Empty title="Nothing to do here">
      <p>This follow-up was deleted, or has not reached this device yet.</p>
      <Link class="button" href="/follow-ups">
        All follow-ups
      </Link>
    </Empty>
  );
}
