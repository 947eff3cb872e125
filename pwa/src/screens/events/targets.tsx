/** Whom to meet at an event: five people at most, each with why and a first question. */
import type { Wanted } from "../../data/events";
import { AddTarget } from "./add_target";
import { TargetItem } from "./target_item";

interface Props {
  eventId: string;
  targets: Wanted[];
}

/** Show the targets of an event, and the way to one more. */
export function Targets({ eventId, targets }: Props) {
  return (
    <section class="stack" aria-labelledby="targets">
      <h2 id="targets">Whom to meet</h2>
      {targets.length === 0 && (
        <p class="soft">Up to five people, or kinds of people. You find whom you look for.</p>
      )}
      <ul class="stack">
        {targets.map((target) => (
          <TargetItem key={target.id} target={target} />
        ))}
      </ul>
      <AddTarget eventId={eventId} targets={targets} />
    </section>
  );
}
