/** The targets of an event: at most five people to meet, each with a reason and a first question. */

import { useState } from "preact/hooks";
import { markMet } from "../../components/event/event_writes";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { FindPerson } from "../../components/person_picker/find_person";
import type { PickedPerson } from "../../components/person_picker/picked_person";
import type { NamedTarget } from "../../data/events";
import { countIfTooLong, mostWords } from "../../domain/prompts/prompt";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { AddTarget } from "./add_target";
import { deleteTarget, linkTarget, setTarget } from "./target_writes";

interface Props {
  eventId: string;
  targets: NamedTarget[];
}

/** Show the targets of an event, and the button that adds one. */
export function Targets({ eventId, targets }: Props) {
  return (
    <section class="stack" aria-labelledby="targets">
      <h2 id="targets">Who to meet</h2>
      {targets.length === 0 && <p class="soft">Up to five people, or kinds of people.</p>}
      <ul class="stack">
        {targets.map((target) => (
          <TargetItem key={target.id} target={target} />
        ))}
      </ul>
      <AddTarget eventId={eventId} targets={targets} />
    </section>
  );
}

type TargetField = "who" | "why" | "question" | "offer" | "avoid";

const labels: Record<TargetField, string> = {
  who: "who to meet",
  why: "why",
  question: "first question",
  offer: "what I could offer",
  avoid: "what to avoid",
};

function TargetItem({ target }: { target: NamedTarget }) {
  const { body, met } = target;
  return (
    <li class={met ? "card target met" : "card target"} data-record>
      <TargetHead target={target} />
      {(["why", "question", "offer", "avoid"] as const).map((name) => (
        <InlineEdit key={name} field={fieldOf(target, name)}>
          <p class={name === "question" ? "quote" : "long_text"}>
            {name !== "question" && <span class="soft small">{labels[name]}: </span>}
            {body[name]}
          </p>
        </InlineEdit>
      ))}
      <QuestionHint question={body.question} />
      <TargetActions target={target} />
      <RecordNotes record={target} />
    </li>
  );
}

function TargetHead({ target }: { target: NamedTarget }) {
  const [personId] = target.body.person_ids;
  const name = (
    <>
      {target.name || "Someone"}
      <UnsyncedMark mark={unsyncedMarkOf(target)} />
    </>
  );
  if (personId)
    return (
      <h3 class="target_name">
        <Link href={`/people/${personId}`}>{name}</Link>
      </h3>
    );
  return (
    <InlineEdit field={fieldOf(target, "who")}>
      <h3 class="target_name">{name}</h3>
    </InlineEdit>
  );
}

function QuestionHint({ question }: { question: string }) {
  const count = countIfTooLong(question);
  if (count === null) return null;
  return (
    <p class="soft small">
      {count} words: only the first {mostWords} are shown before the conversation.
    </p>
  );
}

function TargetActions({ target }: { target: NamedTarget }) {
  const [isFinding, setFinding] = useState(false);
  const { met, name, body } = target;
  const link = (person: PickedPerson) => {
    setFinding(false);
    void linkTarget(target, person);
  };
  return (
    <>
      <div class="actions">
        {met === "by_card" ? <MetByCard /> : <MetButton target={target} />}
        {body.person_ids.length === 0 && (
          <button
            type="button"
            class="button quiet"
            aria-expanded={isFinding}
            aria-label={`I know them: ${name}`}
            onClick={() => setFinding(!isFinding)}
          >
            I know them
          </button>
        )}
        <button
          type="button"
          class="button quiet icon_only"
          aria-label={`Take ${name} off the list`}
          onClick={() => deleteTarget(target)}
        >
          <Icon name="trash" />
        </button>
      </div>
      {isFinding && <FindPerson onChoose={link} onClose={() => setFinding(false)} />}
    </>
  );
}

function MetByCard() {
  return (
    <span class="badge warm">
      <Icon name="done" />
      Met (from your note)
    </span>
  );
}

function MetButton({ target }: { target: NamedTarget }) {
  const isMet = target.met !== null;
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={isMet}
      aria-label={`Met: ${target.name}`}
      onClick={() => markMet(target, isMet ? null : new Date().toISOString())}
    >
      {isMet && <Icon name="done" />}
      Met
    </button>
  );
}

function fieldOf({ id, body }: NamedTarget, name: TargetField) {
  const save = (value: string) => setTarget(id, { [name]: value });
  const kind = name === "who" || name === "question" ? ("line" as const) : ("text" as const);
  return { name, label: labels[name], kind, value: body[name], save };
}
