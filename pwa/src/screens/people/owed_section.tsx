/** What one side owes the other: open things first, settled ones folded away. */
import { AddLine } from "../../components/inline_edit/add_line";
import { ClosedItem } from "../../components/promise/closed_item";
import { owedWithPerson } from "./owed";
import { OwedItem } from "./owed_item";
import type { WholePerson } from "./person_query";

const words = {
  me: { title: "What I owe", add: "Add what I owe" },
  them: { title: "What they owe", add: "Add what they owe" },
};

/** Show what is owed by one side, with its ways to be done, and a place to add to it. */
export function OwedSection({ whole, side }: { whole: WholePerson; side: "me" | "them" }) {
  const { open, settled } = owedWithPerson(side, whole.followUps);
  return (
    <section aria-labelledby={`owed_by_${side}`} class="stack">
      <h2 id={`owed_by_${side}`}>{words[side].title}</h2>
      {open.length > 0 && (
        <ul class="rows">
          {open.map((followUp) => (
            <OwedItem key={followUp.id} followUp={followUp} />
          ))}
        </ul>
      )}
      <AddLine
        label={words[side].add}
        kind="follow_up"
        about={{ owed_by: side, person_ids: [whole.person.id] }}
      />
      {settled.length > 0 && (
        <details class="settled">
          <summary>{settled.length} done or dropped</summary>
          <ul class="rows">
            {settled.map((followUp) => (
              <ClosedItem key={followUp.id} followUp={followUp} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
