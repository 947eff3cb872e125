/** What comes after a message was sent: the promise that it may have kept, and the way back. */

import { markDone } from "../../components/promise/close_promise";
import { isOpen } from "../../data/closed";
import { nameOf } from "../../data/names";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import type { ToWrite } from "./draft_query";

/** Offer to mark as done what the message was about, or each open promise to them. */
export function AfterSent({ whole: { person, followUp, cards } }: { whole: ToWrite }) {
  const mine = (followUp ? [followUp] : cards.followUps).filter(
    (one) => one.body.owed_by === "me" && isOpen(one),
  );
  return (
    <section class="stack" aria-label="Sent">
      <p>It is logged that you wrote.</p>
      {mine.length > 0 && (
        <>
          <h2>Is something kept with it?</h2>
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
