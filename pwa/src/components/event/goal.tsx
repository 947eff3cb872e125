/** The goal of an event and its if-then plan; a second goal is set aside. */
import "./event.css";
import { withoutI } from "../../domain/events/goal";
import { InlineEdit } from "../inline_edit/inline_edit";
import { changeEvent, type SavedEvent, saveGoal, setEvent, swapGoal } from "./event_writes";

interface Props {
  event: SavedEvent;
  startsOpen?: boolean;
}

/** Show the goal, edited inline, and any goal that was set aside. */
export function Goal({ event, startsOpen = false }: Props) {
  const { goal } = event.body;
  const save = (typed: string) => saveGoal(event, typed);
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

/** Show the if-then plan of an event, each half edited inline. */
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
        <p>{withoutI(then_i)}</p>
      </InlineEdit>
    </div>
  );
}

function SetAside({ event }: { event: SavedEvent }) {
  const { set_aside } = event.body;
  const drop = () => changeEvent(event, { set_aside: "" }, "Discarded.");
  return (
    <div class="notice warning set_aside">
      <p>
        <b>One goal per event.</b> With two you'd chase neither, so this one is set aside: “
        <span class="long_text">{set_aside}</span>”
      </p>
      <button type="button" class="button" onClick={() => swapGoal(event)}>
        Make this the goal
      </button>
      <button type="button" class="button quiet" onClick={drop}>
        Discard
      </button>
    </div>
  );
}
