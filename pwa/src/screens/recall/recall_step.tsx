/** One person to recall: first what comes back by itself, then the card as it was written. */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { write } from "../../data/write";
import { momentText } from "../../domain/dates/date_words";
import { FirstNote } from "./first_note";
import type { CardToRecall } from "./recall_query";

interface Props extends CardToRecall {
  next: () => void;
}

/** Ask for one person; what is typed is kept at each key, the card is shown when asked for. */
export function RecallStep({ card, who, next }: Props) {
  const [isShown, setShown] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const keep = (set: { recalled?: string; recalled_at?: string }) =>
    write({ kind: "conversation", id: card.id, set }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const show = async () => {
    await keep({ recalled_at: new Date().toISOString() });
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
          keep={(recalled) => keep({ recalled })}
          show={show}
        />
      )}
      {hasFailed && (
        <p class="problem" role="alert">
          Not kept yet: this device could not store it. Type on to try again.
        </p>
      )}
    </section>
  );
}

interface QuestionProps {
  recalled: string;
  keep: (recalled: string) => void;
  show: () => void;
}

function Question({ recalled, keep, show }: QuestionProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(recalled);
  useLayoutEffect(() => field.current?.focus(), []);
  const type = (text: string) => {
    setDraft(text);
    keep(text);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    show();
  };
  return (
    <>
      <label class="field" for={id}>
        What comes back to you?
        <textarea
          id={id}
          ref={field}
          rows={4}
          value={draft}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
      </label>
      <p class="soft small">Kept as you type. Your first note stays as it was.</p>
      <button type="button" class="button primary" aria-keyshortcuts="Control+Enter" onClick={show}>
        {draft.trim() ? "Show what I wrote" : "Nothing comes back; show it"}
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
