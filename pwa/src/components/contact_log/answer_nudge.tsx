/** The answers to a nudge: in touch, later, let pass. */
import type { ComponentChildren } from "preact";
import { sayDay } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { Later } from "../../ui/later";
import { say } from "../../ui/toast";
import { LogContact } from "./log_contact";
import type { Named } from "./log_contacts";
import { letPass, putOff } from "./nudge_answers";

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
    const undo = await putOff(id, day);
    say(`The nudge for ${name} comes ${sayDay(day, localDay(new Date()))}.`, { undo });
  };
  const pass = async () => {
    const undo = await letPass(id);
    say(`Let pass: ${name}.`, { undo });
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
