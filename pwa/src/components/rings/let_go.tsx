/** Letting somebody go, which is respectable and silent, and taking them back; ending the plan of the first weeks. */
import { nameOf } from "../../data/names";
import type { Saved } from "../../data/queries";
import { write } from "../../data/write";
import { showToast } from "../../ui/toast";

type Props = { person: Saved<"person"> };

/** Offer to let a person go, or to take them back. */
export function LetGo({ person }: Props) {
  const name = nameOf(person.body);
  const isLetGo = person.body.let_go_at !== null;
  const change = async () => {
    await setMoment(person, "let_go_at", isLetGo ? null : new Date().toISOString());
    showToast(isLetGo ? `${name} is back.` : `${name} is let go. No more nudges.`, {
      undo: () => setMoment(person, "let_go_at", person.body.let_go_at),
    });
  };
  return (
    <button type="button" class="button quiet" onClick={change}>
      {isLetGo ? "Take back" : "Let go"}
    </button>
  );
}

/** Offer to end the plan of the first weeks. */
export function EndPlan({ person }: Props) {
  const end = async () => {
    await setMoment(person, "plan_ended_at", new Date().toISOString());
    showToast(`The first weeks' plan for ${nameOf(person.body)} is ended.`, {
      undo: () => setMoment(person, "plan_ended_at", null),
    });
  };
  return (
    <button type="button" class="button quiet" onClick={end}>
      End the first weeks’ plan
    </button>
  );
}

function setMoment(
  { id }: Saved<"person">,
  field: "let_go_at" | "plan_ended_at",
  moment: string | null,
): Promise<void> {
  return write({ kind: "person", id, set: { [field]: moment } });
}
