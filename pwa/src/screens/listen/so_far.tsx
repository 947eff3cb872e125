/** Which style of prompt works with the user so far; nothing is claimed of few talks. */

import { type Counters, fewestUses, learningSummary } from "../../domain/prompts/learning";
import { styles } from "../../domain/prompts/prompt";
import { styleWords } from "./family_words";

/** Show what may be claimed, with how many talks it rests on. */
export function SoFar({ counters }: { counters: Counters }) {
  return (
    <section class="card stack" aria-labelledby="so_far">
      <h2 id="so_far">With you, so far</h2>
      <dl class="so_far">
        {styles.map((style) => (
          <div key={style}>
            <dt>{styleWords[style]}</dt>
            <dd>{said(counters, style)}</dd>
          </div>
        ))}
      </dl>
      <p class="small soft">
        A talk went well when a problem or a promise came onto its card, and twice more when you
        were in touch again within 30 days. This only breaks ties between prompts that fit.
      </p>
    </section>
  );
}

function said(counters: Counters, style: (typeof styles)[number]): string {
  const claimed = learningSummary(counters[style]);
  if (claimed) return `${Math.round(claimed.share * 100)} % went well, of ${claimed.n} talks`;
  return `too early: ${counters[style].uses} of ${fewestUses} talks`;
}
