/** The one goal of an event, kept as it is typed; a second one is refused, and set aside. */
import "./event.css";
import { behindI } from "../../domain/events/goal";
import { InlineEdit } from "../inline_edit/inline_edit";
import { changeEvent, keepGoal, type SavedEvent, setEvent, swapGoal } from "./event_writes";

interface Props {
  event: SavedEvent;
  startsOpen?: boolean;
}

/** Show the goal, its if-then, and what was refused beside it. */
export function Goal({ event, startsOpen = false }: Props) {
  const { goal } = event.body;
  const save = (typed: string) => keepGoal(event, typed);
  return (
    <div class="goal">
      <InlineEdit
        field={{ name: "goal", label: "one goal", kind: "line", value: goal, save }}
        startsOpen={startsOpen}
      >
        <p class="quote">{goal}</p>
      </InlineEdit>
      <div role="status">{event.body.set_aside && <SetAside event={event} />}</div>
    </div>
  );
}

/** Show the if-then of an event, each half of it to be edited where it stands. */
export function IfThen({ event }: { event: SavedEvent }) {
  const { if_heard, then_i } = event.body;
  const save = (name: "if_heard" | "then_i") => (value: string) =>
    setEvent(event, { [name]: value });
  return (
    <div class="if_then">
      <span class="soft">If I hear</span>
      <InlineEdit
        field={{
          name: "if_heard",
          label: "what I listen for",
          kind: "line",
          value: if_heard,
          save: save("if_heard"),
        }}
      >
        <p>{if_heard},</p>
      </InlineEdit>
      <span class="soft">then I</span>
      <InlineEdit
        field={{
          name: "then_i",
          label: "what I do then",
          kind: "line",
          value: then_i,
          save: save("then_i"),
        }}
      >
        <p>{behindI(then_i)}</p>
      </InlineEdit>
    </div>
  );
}

function SetAside({ event }: { event: SavedEvent }) {
  const { set_aside } = event.body;
  const drop = () => changeEvent(event, { set_aside: "" }, "Dropped.");
  return (
    <div class="notice warning set_aside">
      <p>
        <b>An event has one goal.</b> With two you look for neither, so this is set aside and not
        lost: “<span class="long_text">{set_aside}</span>”
      </p>
      <button type="button" class="button" onClick={() => swapGoal(event)}>
        Make this the goal
      </button>
      <button type="button" class="button quiet" onClick={drop}>
        Drop it
      </button>
    </div>
  );
}
