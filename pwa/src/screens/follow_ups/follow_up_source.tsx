/** The conversation that a follow-up came from: when and where it was, and their problem in their words. */

import type { Saved } from "../../data/queries";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { Link } from "../../ui/link";
import type { WholeFollowUp } from "./follow_up_query";

interface Props {
  conversation: Saved<"conversation">;
  whole: WholeFollowUp;
}

/** Show the conversation that a follow-up came from. */
export function FollowUpSource({ conversation, whole: { event, people } }: Props) {
  const { happened_at, captured_at, problem, notes } = conversation.body;
  const at = happened_at ?? captured_at;
  const [person] = people;
  const href = person
    ? `/people/${person.id}?at=${conversation.id}`
    : `/people/conversations/${conversation.id}`;
  return (
    <section aria-labelledby="follow_up_source" class="stack">
      <h2 id="follow_up_source">From your conversation</h2>
      <div class="card stack">
        {problem && <blockquote class="quote">{problem}</blockquote>}
        {notes && <p class="long_text">{notes}</p>}
        <p class="soft small">
          {at && (
            <time dateTime={at} title={exactMomentText(at)}>
              {momentText(at, new Date())}
            </time>
          )}
          {event?.name && ` at ${event.name}`}
        </p>
        <Link href={href}>See the whole conversation</Link>
      </div>
    </section>
  );
}
