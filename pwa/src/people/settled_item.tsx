/** One thing that was owed and is settled. */
import { sayExactly, sayMoment } from "../days/said";
import { reopen } from "../records/follow_up_steps";
import { say } from "../ui/toast";
import type { SavedFollowUp } from "./person_query";

/** Show a settled follow-up, and the way to open it again. */
export function SettledItem({ followUp }: { followUp: SavedFollowUp }) {
  const { what, done_at, dropped_at, dropped_because } = followUp.body;
  const at = done_at ?? dropped_at ?? "";
  const openAgain = async () => say(`Open again: ${what}`, { undo: await reopen(followUp) });
  return (
    <li id={followUp.id} class="owed">
      <div class="owed_words">
        <p class="long_text soft">{what}</p>
        <p class="soft small">
          {done_at ? "done " : "dropped "}
          <time dateTime={at} title={sayExactly(at)}>
            {sayMoment(at, new Date())}
          </time>
          {dropped_because && `: ${dropped_because}`}
        </p>
      </div>
      <button
        type="button"
        class="button quiet"
        aria-label={`Open again: ${what}`}
        onClick={openAgain}
      >
        Open again
      </button>
    </li>
  );
}
