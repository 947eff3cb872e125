/** Asks for words to quote where there are none, and lists the notes that a draft leaves out. */

import { AddLine } from "../../components/inline_edit/add_line";
import { nameOf } from "../../data/names";
import { firstNameOf } from "../../domain/vcard/person_name";
import type { WholeDraft } from "./draft_query";
import type { DraftSources } from "./facts";

interface AskForWordsProps {
  whole: WholeDraft;
  leftOut: string[];
  /** Opens the draft; absent as long as there is nothing to quote. */
  openDraft: (() => void) | undefined;
}

/** Ask what they struggle with, in their own words. */
export function AskForWords({ whole: { person, sources }, leftOut, openDraft }: AskForWordsProps) {
  const name = firstNameOf(person.body.name) || nameOf(person.body);
  return (
    <section class="stack" aria-labelledby="ask">
      <h2 id="ask">What did {name} tell you?</h2>
      <p>
        A message that could go to anyone isn't worth sending. Note one thing {name} struggles with,
        in their own words, and the draft will quote it.
      </p>
      <AddLine
        label="Their problem, in their words"
        kind="problem"
        about={{ person_ids: [person.id], conversation_id: conversationWithoutProblem(sources) }}
      />
      <button type="button" class="button primary" disabled={!openDraft} onClick={openDraft}>
        Write the draft
      </button>
      <LeftOut notes={leftOut} />
    </section>
  );
}

/** Show which notes are not in the message. */
export function LeftOut({ notes }: { notes: string[] }) {
  if (notes.length === 0) return null;
  return (
    <div class="notice" role="note">
      <p>Not included, because it mentions someone else or is a note to yourself:</p>
      <ul>
        {notes.map((note) => (
          <li key={note}>
            <q>{note}</q>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is added now belongs to the last conversation, unless that already has a problem. */
function conversationWithoutProblem({ conversations }: DraftSources): string | null {
  const latest = conversations.find(({ body }) => body.channel !== "message");
  return latest && !latest.body.problem ? latest.id : null;
}
