/** The "Drop" button of something owed: why it is let go, chosen or said where it stands. */

import { useState } from "preact/hooks";
import { limits } from "../../data/kinds.gen";
import type { Saved } from "../../data/queries";
import { useFold } from "../../ui/fold";
import { dropBecause } from "./close_promise";

const TOO_LATE = "too late";
const reasons = {
  me: ["not needed any more", "they did it", TOO_LATE],
  them: ["not needed any more", "I did it", TOO_LATE],
};

/** Offer to let something go, with a reason of one tap or in words of one's own. */
export function Drop({ followUp }: { followUp: Saved<"follow_up"> }) {
  const { isOpen, toggle, foldUp, opener } = useFold();
  const { what, owed_by } = followUp.body;
  const drop = (because: string) => {
    foldUp();
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
