/** The buttons of an open follow-up: Done, Later, and Drop with a reason. */

import { useState } from "preact/hooks";
import { limits } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { useFold } from "../../ui/fold";
import { Icon } from "../../ui/icons";
import { Later } from "../../ui/later";
import { doneWords, dropBecause, markDone, postponeTo } from "./close_promise";

interface FollowUpProps {
  followUp: Saved<"follow_up">;
}

/** Show the buttons Done and Later of a follow-up. */
export function DoneAndLater({ followUp }: FollowUpProps) {
  const { what } = followUp.body;
  const done = doneWords(followUp);
  return (
    <>
      <button
        type="button"
        class="button"
        aria-label={`${done}: ${what}`}
        onClick={() => markDone(followUp)}
      >
        <Icon name="done" />
        {done}
      </button>
      <Later what={what} pick={(day) => postponeTo(followUp, day)} />
    </>
  );
}

const TOO_LATE = "too late";
const reasons = {
  me: ["not needed any more", "they did it", TOO_LATE],
  them: ["not needed any more", "I did it", TOO_LATE],
};

/** Show the button that drops a follow-up, and its choice of reasons. */
export function Drop({ followUp }: FollowUpProps) {
  const { isOpen, toggle, close, opener } = useFold();
  const { what, owed_by } = followUp.body;
  const drop = (because: string) => {
    close();
    void dropBecause(followUp, { isTooLate: because === TOO_LATE, because });
  };
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button quiet"
        data-drop
        aria-expanded={isOpen}
        aria-label={`Drop: ${what}`}
        onClick={toggle}
      >
        Drop
      </button>
      {isOpen && (
        <fieldset class="chips drop" aria-label={`Why drop: ${what}`}>
          {reasons[owed_by].map((reason) => (
            <button key={reason} type="button" class="chip" onClick={() => drop(reason)}>
              {asSentence(reason)}
            </button>
          ))}
          <OwnReason drop={drop} />
        </fieldset>
      )}
    </>
  );
}

function OwnReason({ drop }: { drop: (because: string) => void }) {
  const [because, setBecause] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        drop(because.trim());
      }}
    >
      <input
        aria-label="Another reason"
        placeholder="Another reason"
        autocomplete="off"
        enterkeyhint="done"
        maxLength={limits.line}
        value={because}
        onInput={(event) => setBecause(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {because.trim() ? "Drop" : "No reason"}
      </button>
    </form>
  );
}

function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
