/** What is shown once a message is sent: the promise that it may have kept, and a link back to the person. */

import { markDone } from "../../components/promise/close_promise";
import { isOpen } from "../../data/closed";
import { nameOf } from "../../data/names";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { WholeDraft } from "./draft_query";

/** Show buttons that mark as done what the message was about, or each open promise to them. */
export function AfterSent({ whole: { person, followUp, sources } }: { whole: WholeDraft }) {
  const mine = (followUp ? [followUp] : sources.followUps).filter(
    (one) => one.body.owed_by === "me" && isOpen(one),
  );
  return (
    <section class="stack" aria-label="Sent">
      <p>Logged: you wrote to {nameOf(person.body)}.</p>
      {mine.length > 0 && (
        <>
          <h2>Did that keep a promise?</h2>
          <div class="actions">
            {mine.map((one) => (
              <button key={one.id} type="button" class="button" onClick={() => markDone(one)}>
                <Icon name="done" />
                Done: {one.body.what}
              </button>
            ))}
          </div>
        </>
      )}
      <Link href={`/people/${person.id}`} class="button">
        Back to {nameOf(person.body)}
      </Link>
    </section>
  );
}
