/** One closed follow-up in a list. */

import "./promise_item.css";
import { closedAt } from "../../data/closed";
import type { Saved } from "../../data/queries";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { reopen } from "./close_promise";

/** Show a closed follow-up, and a button that reopens it. */
export function ClosedItem({ followUp }: { followUp: Saved<"follow_up"> }) {
  const { what } = followUp.body;
  return (
    <li id={followUp.id} class="promise_item">
      <div class="promise_words">
        <p class="long_text soft">{what}</p>
        <ClosedWhen followUp={followUp} />
      </div>
      <button
        type="button"
        class="button quiet"
        aria-label={`Reopen: ${what}`}
        onClick={() => reopen(followUp)}
      >
        Reopen
      </button>
    </li>
  );
}

/** Show how and when a follow-up was closed: "done yesterday, 14:05", "dropped 3 May: they did it". */
export function ClosedWhen({ followUp }: { followUp: Saved<"follow_up"> }) {
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
