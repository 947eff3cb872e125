/** The two ways to be done with what is owed for now. */

import { Icon } from "../../ui/icons";
import { Later } from "../../ui/later";
import { markDone, postponeTo } from "./close_promise";
import type { OwedFollowUp } from "./promise";

/** Offer Done and Later for one follow-up. */
export function DoneAndLater({ followUp }: Pick<OwedFollowUp, "followUp">) {
  const { what } = followUp.body;
  return (
    <>
      <button
        type="button"
        class="button"
        aria-label={`Done: ${what}`}
        onClick={() => markDone(followUp)}
      >
        <Icon name="done" />
        Done
      </button>
      <Later what={what} pick={(later) => postponeTo(followUp, later)} />
    </>
  );
}
