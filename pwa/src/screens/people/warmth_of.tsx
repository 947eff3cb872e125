/** The plant of a tie with its state, warmth and ring, which opens to why, and to what can be changed. */
import type { ComponentChildren } from "preact";
import { ringFactsOf, ringOf } from "../../domain/warmth/rings";
import { explain } from "../../domain/warmth/sentence";
import type { Tie } from "../../domain/warmth/tie";
import type { Warmth } from "../../domain/warmth/warmth";
import { Plant, stateWords } from "../../ui/plant";

interface WarmthOfProps {
  tie: Tie;
  warm: Warmth;
  children: ComponentChildren;
}

/** Show how warm a tie is; the sentence that explains it, and the children, when it is opened. */
export function WarmthOf({ tie, warm, children }: WarmthOfProps) {
  return (
    <details class="warmth">
      <summary>
        <Plant state={warm.state} isNamed />
        <strong>{stateWords[warm.state]}</strong>
        <span class="soft">
          <span class="visually_hidden">warmth </span>
          {warm.warmth}
          {!tie.let_go_at && ` · ${ringFactsOf(ringOf(tie)).words}`}
        </span>
      </summary>
      <div class="stack">
        <p class="small">{explain(warm)}</p>
        {children}
      </div>
    </details>
  );
}
