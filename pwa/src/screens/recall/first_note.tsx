/** A card as it was written, to be compared with what came back. */
import type { Saved } from "../../data/queries";

/** Show what was written on the evening itself. */
export function FirstNote({ card }: { card: Saved<"conversation"> }) {
  const { problem, promise, notes, line } = card.body;
  const isEmpty = [problem, promise, notes, line].every((text) => text.trim() === "");
  return (
    <div class="stack first_note" role="status">
      <h3>What you wrote</h3>
      {isEmpty && <p class="soft">Nothing but who it was.</p>}
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
