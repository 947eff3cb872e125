/** The message: made from the notes until it is edited, then as it is typed, with buttons to send it. */

import { useState } from "preact/hooks";
import { Icon } from "../../ui/icons";
import { showToast } from "../../ui/toast";
import { AskForWords, LeftOut } from "./ask_for_words";
import { type Draft, draft, OUR_CONVERSATION } from "./draft";
import type { WholeDraft } from "./draft_query";
import { type DraftOccasion, gatherFacts } from "./facts";
import { MessageEditor } from "./message_editor";
import { OccasionChoice, occasionOf } from "./occasions";
import { SendButtons } from "./send_buttons";
import { logSent, saveDraft } from "./sent";

interface MessageProps {
  whole: WholeDraft;
  /** The reason of the nudge that led here, if any. */
  why: string | null;
  onSent: (isSent: boolean) => void;
}

/** Show the message to be edited and sent; without anything to quote, ask for it. */
export function Message({ whole, why, onSent }: MessageProps) {
  const { person, followUp, sources } = whole;
  const [chosen, choose] = useState<DraftOccasion>();
  const now = new Date();
  const { facts, leftOut } = gatherFacts(sources, now);
  const isPromise = followUp?.body.owed_by === "me";
  const occasion = chosen ?? occasionOf(facts, { why, isPromise }, now);
  const made = draft(facts, occasion, now);
  const typed = person.body.draft;
  const [isAsking, ask] = useState(!made && !typed);
  if (isAsking || !(made || typed)) {
    const openDraft = made ? () => ask(false) : undefined;
    return <AskForWords whole={whole} leftOut={leftOut} openDraft={openDraft} />;
  }
  const message: Draft = {
    subject: made?.subject ?? OUR_CONVERSATION,
    words: typed || made?.words || "",
  };
  const sent = async () => {
    const undoLog = await logSent(person, new Date());
    onSent(true);
    const undo = () => {
      onSent(false);
      void undoLog();
    };
    showToast(`Logged: you wrote to ${person.body.name || "them"}.`, { undo });
  };
  return (
    <>
      {!typed && <OccasionChoice occasion={occasion} choose={choose} facts={facts} />}
      <MessageEditor words={message.words} save={(words) => saveDraft(person, words)} />
      {typed ? <StartOver whole={whole} /> : <LeftOut notes={leftOut} />}
      <SendButtons person={person.body} draft={message} />
      <section class="stack" aria-labelledby="sent">
        <h2 id="sent">After you send it</h2>
        <button type="button" class="button primary" onClick={sent}>
          <Icon name="done" />
          Sent
        </button>
        <p class="soft small">This logs that you wrote. Earshot never sends anything itself.</p>
      </section>
    </>
  );
}

function StartOver({ whole: { person } }: { whole: WholeDraft }) {
  const startOver = async () => {
    const { draft: typed } = person.body;
    await saveDraft(person, "");
    showToast("The draft is made from your notes again.", { undo: () => saveDraft(person, typed) });
  };
  return (
    <button type="button" class="button quiet" onClick={startOver}>
      Start over from your notes
    </button>
  );
}
