/** What a talk's screen offers while it is lit: another prompt, its reason, and whom the talk is with. */

import { PersonPicker } from "../../components/person_picker/person_picker";
import { Link } from "../../ui/link";
import type { ListenState } from "./use_listening";

interface Props {
  inHand: ListenState;
  isWhyShown: boolean;
  another: () => void;
  why: () => void;
}

/** Show the small controls below the prompt. */
export function LitControls({ inHand, isWhyShown, another, why }: Props) {
  const { talk, choice, isSpent, choosePerson } = inHand;
  return (
    <div class="talk_controls">
      <div class="actions">
        <button type="button" class="button quiet" onClick={another}>
          Another
        </button>
        <button type="button" class="button quiet" aria-expanded={isWhyShown} onClick={why}>
          Why this one?
        </button>
      </div>
      <p class="small soft" role="status">
        {isSpent && "Two others are all for one talk. "}
        {isWhyShown && choice?.why}
        {isWhyShown && (
          <>
            {" "}
            <Link href="/prompts">All prompts</Link>
          </>
        )}
      </p>
      <PersonPicker
        legend="With whom?"
        eventId={talk.event_id}
        chosen={talk.whom}
        onChoose={choosePerson}
      />
    </div>
  );
}
