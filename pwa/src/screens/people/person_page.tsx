/** Everything about one person: who they are, their problems, what is owed, every conversation. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Field } from "../../components/inline_edit/field_editor";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { Strengths } from "../../components/strengths/strengths";
import { nameOf } from "../../data/names";
import { Icon } from "../../ui/icons";
import { useTitle } from "../../ui/router";
import { ConversationEntry } from "./conversation_entry";
import { FollowUpsSection } from "./follow_ups_section";
import { PersonEnd } from "./person_end";
import { PersonHeading } from "./person_heading";
import {
  problemOfConversation,
  promiseOfConversation,
  type SavedPerson,
  type WholePerson,
} from "./person_query";
import { addConversation, setPerson } from "./person_writes";
import { ProblemsSection } from "./problems_section";
import { TieSection } from "./tie_section";

interface PersonPageProps {
  whole: WholePerson;
  isNew: boolean;
  /** The record to scroll to, when a search led here. */
  at: string | null;
}

/** Show a person's page. */
export function PersonPage({ whole, isNew, at }: PersonPageProps) {
  const { person } = whole;
  useTitle(nameOf(person.body));
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.closest(".pane")?.scrollTo(0, 0), [person.id]);
  useEffect(() => {
    if (at) document.getElementById(at)?.scrollIntoView({ block: "center" });
  }, [at]);
  return (
    <div ref={page} class="stack person_page" data-record>
      <PersonHeading person={person} isNew={isNew} />
      <RecordNotes record={person} />
      <TieSection whole={whole} />
      <ProblemsSection whole={whole} />
      <FollowUpsSection whole={whole} side="me" />
      <FollowUpsSection whole={whole} side="them" />
      <Strengths personId={person.id} whose="theirs" />
      <Conversations whole={whole} />
      <section aria-labelledby="notes" class="stack">
        <h2 id="notes">Notes</h2>
        <InlineEdit field={notesField(person)}>
          <p class="long_text">{person.body.notes}</p>
        </InlineEdit>
      </section>
      {person.seq > 0 || person.body.captured_at ? <PersonEnd whole={whole} /> : null}
    </div>
  );
}

function Conversations({ whole }: { whole: WholePerson }) {
  const { person, conversations, followUps, problems } = whole;
  const [added, setAdded] = useState<string>();
  return (
    <section aria-labelledby="conversations" class="stack">
      <div class="section_head">
        <h2 id="conversations">Conversations</h2>
        <button
          type="button"
          class="button"
          aria-label="Add a conversation"
          onClick={async () => setAdded(await addConversation(person.id))}
        >
          <Icon name="add" />
          Add
        </button>
      </div>
      {conversations.length === 0 && <p class="soft">No conversation noted yet.</p>}
      {conversations.map((conversation) => (
        <ConversationEntry
          key={conversation.id}
          conversation={conversation}
          followUp={promiseOfConversation(conversation.id, followUps)}
          problem={problemOfConversation(conversation.id, problems)}
          context={whole}
          personId={person.id}
          startsOpen={conversation.id === added}
        />
      ))}
    </section>
  );
}

function notesField(person: SavedPerson): Field {
  const save = (notes: string) => setPerson(person, { notes });
  return { name: "notes", label: "notes", kind: "text", value: person.body.notes, save };
}
