/** One thing that was owed and is settled. */

import "./promise_item.css";
import { closedAt } from "../../data/closed";
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
        <Ending followUp={followUp} />
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
export function Ending({ followUp }: { followUp: Saved<"follow_up"> }) {
  const { done_at, dropped_because } = followUp.body;
  const at = closedAt(followUp) ?? "";
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
