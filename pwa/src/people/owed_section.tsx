/** What one side owes the other: open things first, settled ones folded away. */
import { AddFollowUp } from "./add_follow_up";
import { owedBy, promisesWithoutDay } from "./owed";
import { OwedItem } from "./owed_item";
import type { WholePerson } from "./person_query";
import { SettledItem } from "./settled_item";
import { UndatedPromise } from "./undated_promise";

const titles = { me: "What I owe", them: "What they owe" };

/** Show what is owed by one side, with its ways to be done, and a place to add to it. */
export function OwedSection({ whole, side }: { whole: WholePerson; side: "me" | "them" }) {
  const { open, settled } = owedBy(side, whole.followUps);
  const undated = side === "me" ? promisesWithoutDay(whole.conversations, whole.followUps) : [];
  return (
    <section aria-labelledby={`owed_by_${side}`} class="stack">
      <h2 id={`owed_by_${side}`}>{titles[side]}</h2>
      {open.length + undated.length > 0 && (
        <ul class="rows">
          {open.map((followUp) => (
            <OwedItem key={followUp.id} followUp={followUp} />
          ))}
          {undated.map((conversation) => (
            <UndatedPromise key={conversation.id} conversation={conversation} />
          ))}
        </ul>
      )}
      <AddFollowUp personId={whole.person.id} side={side} />
      {settled.length > 0 && (
        <details class="settled">
          <summary>{settled.length} done</summary>
          <ul class="rows">
            {settled.map((followUp) => (
              <SettledItem key={followUp.id} followUp={followUp} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
