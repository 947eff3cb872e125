/** Asks for words of theirs where the card holds none, instead of writing filler. */

import { AddLine } from "../../components/inline_edit/add_line";
import { nameOf } from "../../data/names";
import type { ToWrite } from "./draft_query";
import { firstNameOf, type OnCards } from "./facts_of";
import { LeftOut } from "./left_out";

interface Props {
  whole: ToWrite;
  leftOut: string[];
  /** Goes on to the draft; absent as long as there is nothing to quote. */
  goOn: (() => void) | undefined;
}

/** Ask what they struggle with, in their words. */
export function AskForWords({ whole: { person, cards }, leftOut, goOn }: Props) {
  const name = firstNameOf(person.body.name) || nameOf(person.body);
  return (
    <section class="stack" aria-labelledby="ask">
      <h2 id="ask">What did {name} tell you?</h2>
      <p>
        A message that could go to anybody is not worth sending. Note one thing that {name}{" "}
        struggles with, in their own words, and the draft quotes it.
      </p>
      <AddLine
        label="Their problem, in their words"
        kind="problem"
        about={{ person_ids: [person.id], conversation_id: talkWithoutProblem(cards) }}
      />
      <button type="button" class="button primary" disabled={!goOn} onClick={goOn}>
        Make the draft
      </button>
      <LeftOut notes={leftOut} />
    </section>
  );
}

/** What is added now was told in the last talk, unless something else already was. */
function talkWithoutProblem({ conversations }: OnCards): string | null {
  const latest = conversations.find(({ body }) => body.channel !== "message");
  return latest && !latest.body.problem ? latest.id : null;
}
