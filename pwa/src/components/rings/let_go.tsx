/** The buttons that let a person go or bring them back, and that end the first-weeks plan. */
import { nameOf } from "../../data/names";
import type { Saved } from "../../data/queries";
import { write } from "../../data/write";
import { showToast } from "../../ui/toast";

type Props = { person: Saved<"person"> };

/** Show the button that lets a person go, or brings them back. */
export function LetGo({ person }: Props) {
  const name = nameOf(person.body);
  const isLetGo = person.body.let_go_at !== null;
  const change = async () => {
    await setMoment(person, "let_go_at", isLetGo ? null : new Date().toISOString());
    showToast(isLetGo ? `${name} is back.` : `No more nudges for ${name}.`, {
      undo: () => setMoment(person, "let_go_at", person.body.let_go_at),
    });
  };
  return (
    <button type="button" class="button quiet" onClick={change}>
      {isLetGo ? "Bring back" : "Let go"}
    </button>
  );
}

/** Show the button that ends the first-weeks plan. */
export function EndPlan({ person }: Props) {
  const end = async () => {
    await setMoment(person, "plan_ended_at", new Date().toISOString());
    showToast(`First-weeks plan for ${nameOf(person.body)} ended.`, {
      undo: () => setMoment(person, "plan_ended_at", null),
    });
  };
  return (
    <button type="button" class="button quiet" onClick={end}>
      End the first-weeks plan
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
