/** A talk: one prompt before it, a calm dark screen during it, and Walk away to its card. */

import "./listening.css";
import { useEffect, useRef, useState } from "preact/hooks";
import { ReadingFailed } from "../../ui/empty";
import { useKeys } from "../../ui/keys";
import { KeptAwake } from "./awake";
import { useCalm } from "./calm";
import { countAfresh } from "./counted_conversations";
import { useGestures } from "./gestures";
import { LitControls } from "./lit_controls";
import { LitTop } from "./lit_top";
import { useReadingTime } from "./reading_time";
import { useListening } from "./use_listening";
import { walkAway } from "./walk_away";

/** Show the talk that the address asks for. */
export function ListenScreen() {
  const place = useRef<HTMLDivElement>(null);
  const inHand = useListening();
  const { talk, choice, hasFailed } = inHand;
  const [isCalm, setCalm] = useState(false);
  const [isWhyShown, showWhy] = useState(false);

  const another = () => {
    setCalm(false);
    showWhy(false);
    inHand.another();
  };
  const why = () => {
    setCalm(false);
    showWhy(!isWhyShown);
  };
  const leave = () => walkAway(talk);

  useEffect(() => setCalm(false), [choice]);
  useReadingTime(choice !== undefined && !isCalm && !isWhyShown, () => setCalm(true));
  useCalm(isCalm);
  useEffect(() => void (isCalm && countAfresh(new Date()).catch(() => undefined)), [isCalm]);
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
    <div ref={place} class={isCalm ? "pane talk calm" : "pane talk"}>
      <h1 class="visually_hidden">Talk</h1>
      <KeptAwake />
      <div class="talk_top">{!isCalm && <LitTop />}</div>
      {hasFailed && <ReadingFailed />}
      <p class="talk_prompt" role="status">
        {choice?.prompt.text}
      </p>
      {isCalm && (
        <button type="button" class="button skip" onClick={() => setCalm(false)}>
          Show the controls
        </button>
      )}
      {choice && !isCalm && (
        <LitControls inHand={inHand} isWhyShown={isWhyShown} another={another} why={why} />
      )}
      <button type="button" class="button walk_away" onClick={leave}>
        Walk away
      </button>
    </div>
  );
}
