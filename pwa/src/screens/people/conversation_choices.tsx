/** The parts of a conversation that are chosen from a list: the channel, who got in touch, the forecast. */
import type { ConversationRecord } from "../../data/kinds.gen";
import type { SavedConversation } from "./person_query";
import { setConversation } from "./person_writes";

const channels: [ConversationRecord["channel"], string][] = [
  ["in_person", "In person"],
  ["call", "Call"],
  ["video", "Video"],
  ["message", "Message"],
];
const sides: [NonNullable<ConversationRecord["begun_by"]> | "", string][] = [
  ["", "Not set"],
  ["me", "Me"],
  ["them", "Them"],
];
const forecasts: [NonNullable<ConversationRecord["forecast"]> | "", string][] = [
  ["", "Not set"],
  ["yes", "Yes"],
  ["probably", "Probably"],
  ["no", "No"],
];

/** Show the choices of the channel, of the side that got in touch, and of the forecast. */
export function ConversationChoices({ conversation }: { conversation: SavedConversation }) {
  const { id, body } = conversation;
  return (
    <div class="conversation_choices">
      <Choice
        label="How"
        value={body.channel}
        options={channels}
        choose={(channel) => setConversation(id, { channel })}
      />
      <Choice
        label="Who got in touch?"
        value={body.begun_by ?? ""}
        options={sides}
        choose={(side) => setConversation(id, { begun_by: side || null })}
      />
      <Choice
        label="Would they pick up?"
        value={body.forecast ?? ""}
        options={forecasts}
        choose={(forecast) => setConversation(id, { forecast: forecast || null })}
      />
    </div>
  );
}

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  options: [V, string][];
  choose: (value: V) => void;
}

function Choice<V extends string>({ label, value, options, choose }: ChoiceProps<V>) {
  return (
    <label class="choice small">
      <span class="soft">{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value as V)}>
        {options.map(([option, words]) => (
          <option key={option} value={option} selected={option === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
