/** What can be done about a nudge: log a contact, later, skip this time. */
import type { ComponentChildren } from "preact";
import { derivedId } from "../../data/ids";
import type { NudgeRecord } from "../../data/kinds.gen";
import type { Undo } from "../../data/note_records";
import { find } from "../../data/queries";
import { fieldsLike } from "../../data/record_body";
import { write } from "../../data/write";
import { dayText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import { Later } from "../../ui/later";
import { showToast } from "../../ui/toast";
import { LogContact } from "./log_contact";
import type { NamedPerson } from "./log_contacts";

interface NudgeActionsProps {
  person: NamedPerson;
  /** Who else took part in a contact that is logged, and the picker in which they are chosen. */
  others?: NamedPerson[];
  children?: ComponentChildren;
}

/** Show the actions of the nudge about a person; each can be undone. */
export function NudgeActions({ person, others = [], children }: NudgeActionsProps) {
  const { id, name } = person;
  const later = async (day: string) => {
    const undo = await postponeNudge(id, day);
    showToast(`Next nudge for ${name}: ${dayText(day, localDay(new Date()))}.`, { undo });
  };
  return (
    <div class="actions">
      <LogContact people={[person, ...others]}>{children}</LogContact>
      <Later what={name} pick={later} />
      <SkipNudge person={person} />
    </div>
  );
}

/** Show the button that skips the nudge about a person this time. */
export function SkipNudge({ person: { id, name } }: { person: NamedPerson }) {
  const skip = async () => showToast(`Skipped this time: ${name}.`, { undo: await skipNudge(id) });
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={`Skip this time: ${name}`}
      onClick={skip}
    >
      Skip this time
    </button>
  );
}

/**
 * Postpone the nudge about a person to another day.
 *
 * @returns what undoes it
 */
export function postponeNudge(personId: string, day: string): Promise<Undo> {
  return setNudge(personId, { put_off_to: day });
}

/**
 * Skip the nudge about a person this time.
 *
 * @returns what undoes it
 */
export function skipNudge(personId: string): Promise<Undo> {
  return setNudge(personId, { passed_at: new Date().toISOString() });
}

async function setNudge(personId: string, set: Partial<NudgeRecord>): Promise<Undo> {
  const id = await derivedId(personId, "nudge");
  const before = fieldsLike(set, { ...(await find("nudge", id))?.body });
  await write({ kind: "nudge", id, set: { person_ids: [personId], ...set } });
  return () => write({ kind: "nudge", id, set: before });
}
