/** One target: who, why, the first question, what to offer, what to avoid, and whether they were met. */
import { useState } from "preact/hooks";
import { setMet } from "../../components/event/event_writes";
import { InlineEdit } from "../../components/inline_edit/inline_edit";
import { RecordNotes } from "../../components/inline_edit/record_notes";
import { UnsyncedMark, unsyncedMarkOf } from "../../components/inline_edit/unsynced_mark";
import { FindPerson } from "../../components/person_picker/find_person";
import type { Wanted } from "../../data/events";
import { countIfTooLong, mostWords } from "../../domain/prompts/prompt";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { deleteTarget, linkTarget, setTarget } from "./target_writes";

type OneText = "who" | "why" | "question" | "offer" | "avoid";

const labels: Record<OneText, string> = {
  who: "whom to meet",
  why: "why",
  question: "first question",
  offer: "what I could offer",
  avoid: "what to avoid",
};

/** Show a target, each part to be edited where it stands. */
export function TargetItem({ target }: { target: Wanted }) {
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

function TargetHead({ target }: { target: Wanted }) {
  const [personId] = target.body.person_ids;
  const name = (
    <>
      {target.name || "Somebody"}
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
      {count} words: before the talk only the first {mostWords} are shown.
    </p>
  );
}

function TargetActions({ target }: { target: Wanted }) {
  const [isFinding, setFinding] = useState(false);
  const { met, name, body } = target;
  const link = (whom: Parameters<typeof linkTarget>[1]) => {
    setFinding(false);
    void linkTarget(target, whom);
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
      Met, as a card says
    </span>
  );
}

function MetButton({ target }: { target: Wanted }) {
  const isMet = target.met !== null;
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={isMet}
      aria-label={`Met: ${target.name}`}
      onClick={() => setMet(target, isMet ? null : new Date().toISOString())}
    >
      {isMet && <Icon name="done" />}
      Met
    </button>
  );
}

function fieldOf({ id, body }: Wanted, name: OneText) {
  const save = (value: string) => setTarget(id, { [name]: value });
  const kind = name === "who" || name === "question" ? ("line" as const) : ("text" as const);
  return { name, label: labels[name], kind, value: body[name], save };
}
