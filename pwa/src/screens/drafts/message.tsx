/** The message itself: as the card gives it until it is edited, then as it is typed, and the ways out. */

import { useState } from "preact/hooks";
import { Icon } from "../../ui/icons";
import { showToast } from "../../ui/toast";
import { AskForWords } from "./ask_for_words";
import { type Draft, draft } from "./draft";
import type { ToWrite } from "./draft_query";
import { Editor } from "./editor";
import type { Occasion } from "./facts";
import { gatherFacts } from "./facts_of";
import { LeftOut } from "./left_out";
import { OccasionChoice } from "./occasion_choice";
import { occasionOf } from "./occasions";
import { keepDraft, logSent } from "./sent";
import { WaysOut } from "./ways_out_list";

interface Props {
  whole: ToWrite;
  /** The reason of the nudge that led here, where one did. */
  why: string | null;
  tellSent: (isSent: boolean) => void;
}

/** Let a message be chosen, edited and sent; without words of theirs it asks for some. */
export function Message({ whole, why, tellSent }: Props) {
  const { person, followUp, cards } = whole;
  const [chosen, choose] = useState<Occasion>();
  const now = new Date();
  const { facts, leftOut } = gatherFacts(cards, now);
  const isPromise = followUp?.body.owed_by === "me";
  const occasion = chosen ?? occasionOf(facts, { why, isPromise }, now);
  const made = draft(facts, occasion, now);
  const typed = person.body.draft;
  const [isAsking, ask] = useState(!made && !typed);
  if (isAsking || !(made || typed)) {
    const goOn = made ? () => ask(false) : undefined;
    return <AskForWords whole={whole} leftOut={leftOut} goOn={goOn} />;
  }
  const message: Draft = {
    subject: made?.subject ?? "Our talk",
    words: typed || made?.words || "",
  };
  const sent = async () => {
    const takeBack = await logSent(person, new Date());
    tellSent(true);
    const undo = () => {
      tellSent(false);
      void takeBack();
    };
    showToast(`Logged: you wrote to ${person.body.name || "them"}.`, { undo });
  };
  return (
    <>
      {!typed && <OccasionChoice occasion={occasion} choose={choose} facts={facts} />}
      <Editor words={message.words} keep={(words) => keepDraft(person, words)} />
      {typed ? <StartAgain whole={whole} /> : <LeftOut notes={leftOut} />}
      <WaysOut person={person.body} draft={message} />
      <section class="stack" aria-labelledby="sent">
        <h2 id="sent">Once it is on its way</h2>
        <button type="button" class="button primary" onClick={sent}>
          <Icon name="done" />
          Sent
        </button>
        <p class="soft small">One tap logs that you wrote. Earshot itself sends nothing.</p>
      </section>
    </>
  );
}

function StartAgain({ whole: { person } }: { whole: ToWrite }) {
  const startAgain = async () => {
    const { draft: typed } = person.body;
    await keepDraft(person, "");
    showToast("The draft is made from the card again.", { undo: () => keepDraft(person, typed) });
  };
  return (
    <button type="button" class="button quiet" onClick={startAgain}>
      Start again from the card
    </button>
  );
}
