/** The tie between the user and a person: the plant and why, the ring, the next nudge, logging a contact. */
import "./tie.css";
import type { ComponentChildren } from "preact";
import { EndPlan, LetGo } from "../../components/rings/let_go";
import { RingChoice } from "../../components/rings/ring_choice";
import { useLive } from "../../data/live";
import { tieTopics, tieWith } from "../../data/ties";
import { nextNudge } from "../../domain/warmth/nudge";
import { ringFactsOf, ringOf } from "../../domain/warmth/rings";
import { explain } from "../../domain/warmth/sentence";
import type { Tie } from "../../domain/warmth/tie";
import { type Warmth, warmth } from "../../domain/warmth/warmth";
import { Plant, stateWords } from "../../ui/plant";
import { ContactActions, UnansweredMessage } from "./contact_actions";
import type { WholePerson } from "./person_query";

/** Show the tie to a person, and all that can be done about it. */
export function TieSection({ whole }: { whole: WholePerson }) {
  const { person, conversations } = whole;
  const { value: tie } = useLive(() => tieWith(person.id), tieTopics, [person.id]);
  if (!tie || tie.is_me) return null;
  const now = Date.now();
  const warm = warmth(tie, now);
  const nudge = nextNudge(tie, now);
  return (
    <section aria-labelledby="tie" class="card tie">
      <h2 id="tie" class="visually_hidden">
        How you two are doing
      </h2>
      <WarmthDetails tie={tie} warm={warm}>
        <RingChoice person={person} />
        <div class="actions">
          {nudge?.why.startsWith("plan") && <EndPlan person={person} />}
          <LetGo person={person} />
        </div>
      </WarmthDetails>
      <ContactActions whole={whole} nudge={nudge} warm={warm} />
      <UnansweredMessage conversations={conversations} />
    </section>
  );
}

interface WarmthDetailsProps {
  tie: Tie;
  warm: Warmth;
  children: ComponentChildren;
}

/** Show how warm a tie is; opened, the sentence that explains it, and the children. */
function WarmthDetails({ tie, warm, children }: WarmthDetailsProps) {
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
