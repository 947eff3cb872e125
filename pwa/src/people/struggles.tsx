/** What a person struggles with, in their own words, the newest first. */
import { sayExactly, sayMoment } from "../days/said";
import { type SavedConversation, whenOf } from "./person_query";

/** Show the problems that conversations brought up, as quotes. */
export function Struggles({ conversations }: { conversations: SavedConversation[] }) {
  const told = conversations.filter(({ body }) => body.problem.trim() !== "");
  return (
    <section aria-labelledby="struggles" class="stack">
      <h2 id="struggles">What they struggle with</h2>
      {told.length === 0 && <p class="soft">Nothing they told you is noted yet.</p>}
      {told.map((conversation) => (
        <figure key={conversation.id} class="struggle">
          <blockquote class="quote">{conversation.body.problem}</blockquote>
          <figcaption class="soft small">
            <When at={whenOf(conversation)} />
          </figcaption>
        </figure>
      ))}
    </section>
  );
}

function When({ at }: { at: string }) {
  if (!at) return null;
  return (
    <time dateTime={at} title={sayExactly(at)}>
      {sayMoment(at, new Date())}
    </time>
  );
}
