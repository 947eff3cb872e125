/** One person to recall: first what you remember, then the note as it was written. */

import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Saved } from "../../data/queries";
import { write } from "../../data/write";
import { momentText } from "../../domain/dates/date_words";
import type { CardToRecall } from "./recall_query";

interface Props extends CardToRecall {
  next: () => void;
}

/** Show one person to recall; what is typed is saved at each keystroke. */
export function RecallStep({ card, who, next }: Props) {
  const [isShown, setShown] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const save = (set: { recalled?: string; recalled_at?: string }) =>
    write({ kind: "conversation", id: card.id, set }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const show = async () => {
    await save({ recalled_at: new Date().toISOString() });
    setShown(true);
  };
  const at = card.body.happened_at ?? card.body.captured_at;
  return (
    <section class="card stack" aria-label={who}>
      <header>
        <h2>{who}</h2>
        {at && <p class="soft small">{momentText(at, new Date())}</p>}
      </header>
      {isShown ? (
        <>
          {card.body.recalled && <p class="long_text recalled">{card.body.recalled}</p>}
          <FirstNote card={card} />
          <Next next={next} />
        </>
      ) : (
        <Question
          recalled={card.body.recalled}
          save={(recalled) => save({ recalled })}
          show={show}
        />
      )}
      {hasFailed && (
        <p class="problem" role="alert">
          Not saved: this device couldn't store it. Keep typing to try again.
        </p>
      )}
    </section>
  );
}

interface QuestionProps {
  recalled: string;
  save: (recalled: string) => void;
  show: () => void;
}

function Question({ recalled, save, show }: QuestionProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(recalled);
  useLayoutEffect(() => field.current?.focus(), []);
  const type = (text: string) => {
    setDraft(text);
    save(text);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    show();
  };
  return (
    <>
      <label class="field" for={id}>
        What do you remember?
        <textarea
          id={id}
          ref={field}
          rows={4}
          value={draft}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
      </label>
      <p class="soft small">Saved as you type. Your first note stays unchanged.</p>
      <button type="button" class="button primary" aria-keyshortcuts="Control+Enter" onClick={show}>
        {draft.trim() ? "Show what I wrote" : "I can't recall; show it"}
      </button>
    </>
  );
}

function Next({ next }: { next: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <button ref={button} type="button" class="button primary" onClick={next}>
      Next
    </button>
  );
}

function FirstNote({ card }: { card: Saved<"conversation"> }) {
  const { problem, promise, notes, line } = card.body;
  const isEmpty = [problem, promise, notes, line].every((text) => text.trim() === "");
  return (
    <div class="stack first_note" role="status">
      <h3>What you wrote</h3>
      {isEmpty && <p class="soft">You only noted who it was.</p>}
      {problem && <blockquote class="quote">{problem}</blockquote>}
      {promise && (
        <p class="long_text">
          <span class="soft">I promised: </span>
          {promise}
        </p>
      )}
      {notes && <p class="long_text">{notes}</p>}
      {line && !problem && !promise && <p class="long_text">{line}</p>}
    </div>
  );
}
