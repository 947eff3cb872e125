/** How it stands between me and a person: the plant and why, the next nudge, the ring, logging a contact. */
import "./tie.css";
import { AnswerNudge } from "../../components/contact_log/answer_nudge";
import { LogContact } from "../../components/contact_log/log_contact";
import { EndPlan, LetGo } from "../../components/rings/let_go";
import { RingChoice } from "../../components/rings/ring_choice";
import { useLive } from "../../data/live";
import { nameOf } from "../../data/names";
import { tieTopics, tieWith } from "../../data/ties";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { type Nudge, nextNudge } from "../../domain/warmth/nudge";
import { nudgeReason } from "../../domain/warmth/nudge_words";
import { type Warmth, warmth } from "../../domain/warmth/warmth";
import { useKeys } from "../../ui/keys";
import { useOthers } from "./also_with";
import { Answered } from "./answered";
import type { WholePerson } from "./person_query";
import { WarmthOf } from "./warmth_of";

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
        How it stands between you
      </h2>
      <WarmthOf tie={tie} warm={warm}>
        <RingChoice person={person} />
        <div class="actions">
          {nudge?.why.startsWith("plan") && <EndPlan person={person} />}
          <LetGo person={person} />
        </div>
      </WarmthOf>
      <InTouch whole={whole} nudge={nudge} warm={warm} />
      <Answered conversations={conversations} />
    </section>
  );
}

interface InTouchProps {
  whole: WholePerson;
  nudge: Nudge | null;
  warm: Warmth;
}

function InTouch({ whole, nudge, warm }: InTouchProps) {
  const me = { id: whole.person.id, name: nameOf(whole.person.body) };
  const { also, choice } = useOthers(me);
  useKeys({ l: { does: "Log contact", run: openLog } });
  const today = localDay(new Date());
  const isOpen = nudge !== null && nudge.due_on <= today;
  return (
    <>
      {isOpen && <p>{nudgeReason(nudge.why, warm)}.</p>}
      {nudge && !isOpen && <p class="soft small">Next nudge {dayText(nudge.due_on, today)}.</p>}
      {isOpen ? (
        <AnswerNudge person={me} also={also}>
          {choice}
        </AnswerNudge>
      ) : (
        <div class="actions">
          <LogContact people={[me, ...also]}>{choice}</LogContact>
        </div>
      )}
    </>
  );
}

function openLog(): void {
  document.querySelector<HTMLElement>(".tie .actions > [aria-expanded]")?.click();
}
