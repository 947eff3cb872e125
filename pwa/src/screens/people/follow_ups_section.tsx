/** What one side owes the other: open follow-ups first, closed ones folded away. */
import { AddLine } from "../../components/inline_edit/add_line";
import { ClosedItem } from "../../components/promise/closed_item";
import { FollowUpItem } from "./follow_up_item";
import { splitFollowUps, type WholePerson } from "./person_query";

type Side = "me" | "them";

const words = {
  me: { title: "What I owe", add: "Add what I owe" },
  them: { title: "What they owe", add: "Add what they owe" },
};

/** Show the follow-ups owed by one side, and a place to add one. */
export function FollowUpsSection({ whole, side }: { whole: WholePerson; side: Side }) {
  const { open, closed } = splitFollowUps(side, whole.followUps);
  return (
    <section aria-labelledby={`owed_by_${side}`} class="stack">
      <h2 id={`owed_by_${side}`}>{words[side].title}</h2>
      {open.length > 0 && (
        <ul class="rows">
          {open.map((followUp) => (
            <FollowUpItem key={followUp.id} followUp={followUp} />
          ))}
        </ul>
      )}
      <AddLine
        label={words[side].add}
        kind="follow_up"
        about={{ owed_by: side, person_ids: [whole.person.id] }}
      />
      {closed.length > 0 && (
        <details class="closed_items">
          <summary>{closed.length} done or dropped</summary>
          <ul class="rows">
            {closed.map((followUp) => (
              <ClosedItem key={followUp.id} followUp={followUp} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
