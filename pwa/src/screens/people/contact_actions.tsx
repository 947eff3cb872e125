/** What can be done to be in touch with a person: answer the nudge, log a contact, mark a message as answered. */
import { useState } from "preact/hooks";
import { markAnswered, unanswered } from "../../components/contact_log/contact";
import { LogContact } from "../../components/contact_log/log_contact";
import type { NamedPerson } from "../../components/contact_log/log_contacts";
import { NudgeActions } from "../../components/contact_log/nudge_actions";
import { PersonPicker } from "../../components/person_picker/person_picker";
import { type PickedPerson, togglePerson } from "../../components/person_picker/picked_person";
import { nameOf } from "../../data/names";
import { dayText, momentText } from "../../domain/dates/date_words";
import { localDay } from "../../domain/dates/days";
import type { Nudge } from "../../domain/warmth/nudge";
import { nudgeReason } from "../../domain/warmth/sentence";
import type { Warmth } from "../../domain/warmth/warmth";
import { useKeys } from "../../ui/keys";
import { showToast } from "../../ui/toast";
import { type SavedConversation, type WholePerson, whenOf } from "./person_query";

interface ContactActionsProps {
  whole: WholePerson;
  nudge: Nudge | null;
  warm: Warmth;
}

/** Show the nudge with its actions where it is due, else when the next one is and a button that logs a contact. */
export function ContactActions({ whole, nudge, warm }: ContactActionsProps) {
  const person = { id: whole.person.id, name: nameOf(whole.person.body) };
  const { others, picker } = useOtherParticipants(person);
  useKeys({ l: { does: "Log contact", run: openLog } });
  const today = localDay(new Date());
  const isDue = nudge !== null && nudge.due_on <= today;
  return (
    <>
      {isDue && <p>{nudgeReason(nudge.why, warm)}.</p>}
      {nudge && !isDue && <p class="soft small">Next nudge {dayText(nudge.due_on, today)}.</p>}
      {isDue ? (
        <NudgeActions person={person} others={others}>
          {picker}
        </NudgeActions>
      ) : (
        <div class="actions">
          <LogContact people={[person, ...others]}>{picker}</LogContact>
        </div>
      )}
    </>
  );
}

/** Show that the last contact was a message without an answer, if it was, and a button for its answer. */
export function UnansweredMessage({ conversations }: { conversations: SavedConversation[] }) {
  const [last] = unanswered(conversations.slice(0, 1));
  if (!last) return null;
  const [wrote, answered] =
    last.body.begun_by === "me" ? ["You wrote", "They answered"] : ["They wrote", "I answered"];
  const mark = async () =>
    showToast(`${answered}.`, { undo: await markAnswered(last, new Date().toISOString()) });
  return (
    <div class="actions">
      <p class="soft small">
        {wrote} {momentText(whenOf(last), new Date())}.
      </p>
      <button type="button" class="button" onClick={mark}>
        {answered}
      </button>
    </div>
  );
}

/** Return who else took part in a contact with a person, and the picker in which they are chosen. */
function useOtherParticipants(person: NamedPerson) {
  const [others, setOthers] = useState<PickedPerson[]>([]);
  const self: PickedPerson = {
    person_id: person.id,
    target_id: null,
    name: person.name,
    context: "",
  };
  const toggle = (picked: PickedPerson) =>
    picked.person_id !== person.id && setOthers((chosen) => togglePerson(chosen, picked));
  return {
    others: others.flatMap(({ person_id: id, name }) => (id ? [{ id, name }] : [])),
    picker: (
      <PersonPicker
        legend="Who took part"
        eventId={null}
        chosen={[self, ...others]}
        onChoose={toggle}
      />
    ),
  };
}

function openLog(): void {
  document.querySelector<HTMLElement>(".tie .actions > [aria-expanded]")?.click();
}
