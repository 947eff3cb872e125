/** One thing that was owed and is settled. */

import "./promise_item.css";
import type { FollowUpRecord } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { reopen } from "./close_promise";

/** Show a settled follow-up, and the way to open it again. */
export function ClosedItem({ followUp }: { followUp: Saved<"follow_up"> }) {
  const { what } = followUp.body;
  return (
    <li id={followUp.id} class="owed">
      <div class="owed_words">
        <p class="long_text soft">{what}</p>
        <Ending body={followUp.body} />
      </div>
      <button
        type="button"
        class="button quiet"
        aria-label={`Open again: ${what}`}
        onClick={() => reopen(followUp)}
      >
        Open again
      </button>
    </li>
  );
}

/** Say how and when something ended: "done yesterday, 14:05", "dropped 3 May: they did it". */
export function Ending({ body }: { body: FollowUpRecord }) {
  const { done_at, dropped_because } = body;
  const at = endedAt(body);
  return (
    <p class="soft small">
      {done_at ? "done " : "dropped "}
      <time dateTime={at} title={exactMomentText(at)}>
        {momentText(at, new Date())}
      </time>
      {!done_at && dropped_because && `: ${dropped_because}`}
    </p>
  );
}

/** Give the moment at which something was settled. */
export function endedAt({ done_at, dropped_at, broken_at }: FollowUpRecord): string {
  return done_at ?? dropped_at ?? broken_at ?? "";
}
