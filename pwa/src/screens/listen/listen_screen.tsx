/** The Listen screen: one prompt before a conversation, a dark screen during it, and Walk away to its note. */

import "./listening.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { ReadingFailed } from "../../ui/empty";
import { useKeys } from "../../ui/keys";
import { useCalm, useReadingTime } from "./calm";
import { countPromptResults } from "./counted_conversations";
import { useGestures } from "./gestures";
import { KeepAwake, ListenControls, ListenTop } from "./listen_controls";
import { walkAway } from "./started_conversation";
import { useListening } from "./use_listening";

/** Show the conversation in the address. */
export function ListenScreen() {
  const place = useRef<HTMLDivElement>(null);
  const state = useListening();
  const { conversation, choice, hasFailed } = state;
  const [isCalm, setCalm] = useState(false);
  const [isWhyShown, showWhy] = useState(false);

  const another = () => {
    setCalm(false);
    showWhy(false);
    state.another();
  };
  const why = () => {
    setCalm(false);
    showWhy(!isWhyShown);
  };
  const leave = () => walkAway(conversation);

  useEffect(() => setCalm(false), [choice]);
  useReadingTime(choice !== undefined && !isCalm && !isWhyShown, () => setCalm(true));
  useCalm(isCalm);
  useEffect(() => void (isCalm && countPromptResults(new Date()).catch(() => undefined)), [isCalm]);
  useGestures(place, { tap: () => setCalm(!isCalm), swipe: another, hold: why });
  useKeys({
    Enter: { does: "Walk away", run: leave },
    Escape: { does: "Walk away", run: leave },
    ArrowRight: { does: "Another prompt", run: another },
    ArrowLeft: { does: "Another prompt", run: another },
    " ": { does: "Another prompt", run: another },
    "?": { does: "Why this prompt", run: why },
  });

  return (
    <div ref={place} class={isCalm ? "pane listen calm" : "pane listen"}>
      <h1 class="visually_hidden">Listen</h1>
      <KeepAwake />
      <div class="listen_top">{!isCalm && <ListenTop />}</div>
      {hasFailed && <ReadingFailed />}
      <p class="listen_prompt" role="status">
        {choice?.prompt.text}
      </p>
      {isCalm && (
        <button type="button" class="button skip" onClick={() => setCalm(false)}>
          Show controls
        </button>
      )}
      {choice && !isCalm && (
        <ListenControls state={state} isWhyShown={isWhyShown} another={another} why={why} />
      )}
      <button type="button" class="button walk_away" onClick={leave}>
        Walk away
      </button>
    </div>
  );
}
