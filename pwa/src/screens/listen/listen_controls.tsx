/** The controls of the Listen screen, shown until it goes dark. */

import { PersonPicker } from "../../components/person_picker/person_picker";
import { useSetting } from "../../data/settings";
import type { Choice } from "../../domain/prompts/choose";
import { wordings } from "../../domain/prompts/wordings";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { useWakeLock } from "../../ui/wake_lock";
import type { ListenState } from "./use_listening";

interface Props {
  state: ListenState;
  isWhyShown: boolean;
  another: () => void;
  why: () => void;
}

/** Show the controls below the prompt: another one, the reason for it, and who the conversation is with. */
export function ListenControls({ state, isWhyShown, another, why }: Props) {
  const { conversation, choice, isLimitReached, choosePerson } = state;
  return (
    <div class="listen_controls">
      <div class="actions">
        <button type="button" class="button quiet" onClick={another}>
          Another
        </button>
        <button type="button" class="button quiet" aria-expanded={isWhyShown} onClick={why}>
          Why this one?
        </button>
      </div>
      <p class="small soft" role="status">
        {isLimitReached && "You can swap the prompt twice per conversation. "}
        {isWhyShown && choice && <Why choice={choice} />}
      </p>
      <PersonPicker
        legend="Who with?"
        eventId={conversation.event_id}
        chosen={conversation.people}
        onChoose={choosePerson}
      />
    </div>
  );
}

function Why({ choice }: { choice: Choice }) {
  const source = wordings.find(({ id }) => id === choice.prompt.id)?.source;
  return (
    <>
      {choice.why} {source && `Idea: ${source}. `}
      <Link href="/prompts">All prompts</Link>
    </>
  );
}

/** Show the top of the screen: leaving without a note, and keeping the screen on. */
export function ListenTop() {
  return (
    <>
      <Link href="/" replace class="button quiet icon_only" aria-label="Leave without a note">
        <Icon name="close" />
      </Link>
      <AwakeChoice />
    </>
  );
}

function AwakeChoice() {
  const [choice, choose] = useAwakeChoice();
  if (!("wakeLock" in navigator) || choice === undefined) return null;
  const isOn = choice === "on";
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={isOn}
      onClick={() => choose(isOn ? "off" : "on")}
    >
      <Icon name="eye" />
      Keep screen on
    </button>
  );
}

/** Keep the screen on while this is rendered, if the user chose that. */
export function KeepAwake() {
  const [choice] = useAwakeChoice();
  return choice === "on" ? <WakeLock /> : null;
}

function WakeLock() {
  useWakeLock();
  return null;
}

function useAwakeChoice() {
  return useSetting("talk_awake", ["off", "on"]);
}
