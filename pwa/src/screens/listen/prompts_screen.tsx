/** The screen of all listening prompts: how they worked so far, the user's own, and the shipped ones. */

import "./prompts.css";
import { useLive } from "../../data/live";
import { type Counters, fewestUses, learningSummary } from "../../domain/prompts/learning";
import { styles } from "../../domain/prompts/prompt";
import { ReadingFailed, Skeleton } from "../../ui/empty";
import { countPromptResults } from "./counted_conversations";
import { styleLabels } from "./family_words";
import { OwnPrompts } from "./own_prompts";
import { readOffPrompts, readOwnPrompts } from "./prompt_choices";
import { ShippedPrompts } from "./shipped_prompts";

const resultTopics = ["prompt_use", "conversation", "problem", "follow_up"] as const;

/** Show all prompts. */
export function PromptsScreen() {
  return (
    <div class="pane">
      <div class="stack">
        <h1>Prompts</h1>
        <p class="soft">
          Before a conversation you see one of these, picked for the event and the person. Each is
          nine words or fewer, so you can read it in three seconds.
        </p>
        <Content />
      </div>
    </div>
  );
}

function Content() {
  const own = useLive(readOwnPrompts, ["prompt"], []);
  const off = useLive(readOffPrompts, ["setting"], []);
  const counters = useLive(() => countPromptResults(new Date()), [...resultTopics], []);
  if (own.error || off.error || counters.error) return <ReadingFailed />;
  if (!own.value || !off.value || !counters.value) return <Skeleton />;
  return (
    <>
      <PromptResults counters={counters.value} />
      <OwnPrompts prompts={own.value} />
      <ShippedPrompts off={off.value} />
    </>
  );
}

/** Few conversations prove nothing, so no share is shown for them. */
function PromptResults({ counters }: { counters: Counters }) {
  return (
    <section class="card stack" aria-labelledby="so_far">
      <h2 id="so_far">What works for you so far</h2>
      <dl class="so_far">
        {styles.map((style) => (
          <div key={style}>
            <dt>{styleLabels[style]}</dt>
            <dd>{resultText(counters, style)}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">
        A conversation went well if you noted a problem or a promise. Being back in touch within 30
        days adds two more successes. We only use this to choose between equally good prompts.
      </p>
    </section>
  );
}

function resultText(counters: Counters, style: (typeof styles)[number]): string {
  const summary = learningSummary(counters[style]);
  if (summary) return `${Math.round(summary.share * 100)}% of ${summary.n} conversations went well`;
  return `After ${fewestUses} conversations you'll see this (${counters[style].uses} so far)`;
}
