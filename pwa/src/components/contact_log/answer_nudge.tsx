/** The answers to a nudge: in touch, later, let pass. */
import type { ComponentChildren } from "preact";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { Later } from "../../ui/later";
import { showToast } from "../../ui/toast";
import { LogContact } from "./log_contact";
import type { Named } from "./log_contacts";
import { postponeNudge, skipNudge } from "./nudge_answers";

interface AnswerNudgeProps {
  person: Named;
  /** Who else was there when we were in touch, and where that is chosen. */
  also?: Named[];
  children?: ComponentChildren;
}

/** Let the nudge about a person be answered; each answer can be taken back. */
export function AnswerNudge({ person, also = [], children }: AnswerNudgeProps) {
  const { id, name } = person;
  const later = async (day: string) => {
    const undo = await postponeNudge(id, day);
    showToast(`The nudge for ${name} comes ${dayText(day, localDay(new Date()))}.`, { undo });
  };
  const pass = async () => {
    const undo = await skipNudge(id);
    showToast(`Let pass: ${name}.`, { undo });
  };
  return (
    <div class="actions">
      <LogContact people={[person, ...also]} label="In touch">
        {children}
      </LogContact>
      <Later what={name} pick={later} />
      <button type="button" class="button quiet" aria-label={`Let pass: ${name}`} onClick={pass}>
        Let pass
      </button>
    </div>
  );
}
