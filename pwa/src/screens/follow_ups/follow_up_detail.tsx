/** The follow-up that was chosen, or that a notification led to. */

import { useLive } from "../../data/live";
import { Empty } from "../../ui/empty";
import { Gone, RecordDetail } from "../../ui/list_and_detail";
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
  const read = useLive(() => wholeFollowUp(id), topics, [id]);
  return (
    <RecordDetail
      read={read}
      path={`/follow-ups/${id}`}
      gone={<Gone what="follow-up" all={{ href: "/follow-ups", words: "All follow-ups" }} />}
    >
      {(whole) => <FollowUpPage whole={whole} />}
    </RecordDetail>
  );
}

/** Show what the empty half of a large screen is for. */
export function NothingChosen() {
  return (
    <Empty title="One thing at a time">
      <p class="soft">
        <kbd>j</kbd> and <kbd>k</kbd> move through the list, <kbd>d</kbd> is done, <kbd>l</kbd> is
        tomorrow, <kbd>x</kbd> drops it and asks why.
      </p>
    </Empty>
  );
}
