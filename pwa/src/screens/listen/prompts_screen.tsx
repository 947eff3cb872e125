/** The listening prompts: how they work with the user so far, their own, and those that ship, each of which can be switched off. */

import "./prompts.css";
import { useLive } from "../../data/live";
import { ReadingFailed, Skeleton } from "../../ui/empty";
import { countAfresh } from "./counted_conversations";
import { OwnPrompts } from "./own_prompts";
import { offPrompts, ownPrompts } from "./prompt_choices";
import { ShippedPrompts } from "./shipped_prompts";
import { SoFar } from "./so_far";

const counted = ["prompt_use", "conversation", "problem", "follow_up"] as const;

/** Show all prompts. */
export function PromptsScreen() {
  return (
    <div class="pane">
      <div class="stack">
        <h1>Prompts</h1>
        <p class="soft">
          Before a talk you see one of these, chosen for the event and the person. They have nine
          words at most, so that three seconds are enough.
        </p>
        <Content />
      </div>
    </div>
  );
}

function Content() {
  const own = useLive(ownPrompts, ["prompt"], []);
  const off = useLive(offPrompts, ["setting"], []);
  const counters = useLive(() => countAfresh(new Date()), [...counted], []);
  if (own.error || off.error || counters.error) return <ReadingFailed />;
  if (!own.value || !off.value || !counters.value) return <Skeleton />;
  return (
    <>
      <SoFar counters={counters.value} />
      <OwnPrompts prompts={own.value} />
      <ShippedPrompts off={off.value} />
    </>
  );
}
