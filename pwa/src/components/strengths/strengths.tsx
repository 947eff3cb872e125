/** What a person, or the user, can help others with: a line each, edited in place. */
import "./strengths.css";
import { useLive } from "../../data/live";
import { findByIndex, type Saved } from "../../data/queries";
import { write } from "../../data/write";
import { Icon } from "../../ui/icons";
import { showToast } from "../../ui/toast";
import { AddLine } from "../inline_edit/add_line";
import type { Field } from "../inline_edit/field_editor";
import { InlineEdit } from "../inline_edit/inline_edit";
import { RecordNotes } from "../inline_edit/record_notes";
import { UnsyncedMark, unsyncedMarkOf } from "../inline_edit/unsynced_mark";

interface Props {
  personId: string;
  whose: "mine" | "theirs";
}

const words = {
  mine: { title: "What I can help with", add: "Add what I can help with" },
  theirs: { title: "What they can help with", add: "Add what they can help with" },
};

/** Show the strengths of a person, and a place to add one. */
export function Strengths({ personId, whose }: Props) {
  const { value: strengths = [] } = useLive(
    () => findByIndex("strength", "person_ids", personId),
    ["strength", "outbox"],
    [personId],
  );
  const oldestFirst = strengths.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return (
    <section aria-labelledby="strengths" class="stack">
      <h2 id="strengths">{words[whose].title}</h2>
      {oldestFirst.length > 0 && (
        <ul class="rows">
          {oldestFirst.map((strength) => (
            <StrengthItem key={strength.id} strength={strength} />
          ))}
        </ul>
      )}
      <AddLine label={words[whose].add} kind="strength" about={{ person_ids: [personId] }} />
    </section>
  );
}

function StrengthItem({ strength }: { strength: Saved<"strength"> }) {
  const { what } = strength.body;
  return (
    <li id={strength.id} class="strength" data-record>
      <InlineEdit field={whatField(strength)}>
        <p class="long_text">
          {what}
          <UnsyncedMark mark={unsyncedMarkOf(strength)} />
        </p>
      </InlineEdit>
      <button
        type="button"
        class="button quiet icon_only"
        aria-label={`Delete: ${what}`}
        onClick={() => deleteStrength(strength)}
      >
        <Icon name="trash" />
      </button>
      <RecordNotes record={strength} />
    </li>
  );
}

function whatField({ id, body }: Saved<"strength">): Field {
  const save = (what: string) => write({ kind: "strength", id, set: { what } });
  return { name: "what", label: "strength", kind: "text", value: body.what, save };
}

async function deleteStrength({ kind, id }: Saved<"strength">): Promise<void> {
  await write({ kind, id, action: "delete" });
  showToast("Deleted.", { undo: () => write({ kind, id, action: "restore" }) });
}
