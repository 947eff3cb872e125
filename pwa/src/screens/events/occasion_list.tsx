/** The events of a calendar file, to choose those that are wanted. */
import { useState } from "preact/hooks";
import { eventTimesText } from "../../components/event/event_times";
import type { Occasion } from "./calendar";

interface Props {
  occasions: Occasion[];
  takeIn: (chosen: Occasion[]) => void;
}

const SHOWN_COUNT = 30;

/** List the events, those to come first, and take in the chosen ones. */
export function OccasionList({ occasions, takeIn }: Props) {
  const now = new Date();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isWhole, setWhole] = useState(false);
  const inOrder = [
    ...occasions.filter((one) => isComing(one, now)),
    ...occasions.filter((one) => !isComing(one, now)).reverse(),
  ];
  const shown = isWhole ? inOrder : inOrder.slice(0, SHOWN_COUNT);
  const toggle = (uid: string) => setChosen(new Set([uid]).symmetricDifference(chosen));
  return (
    <fieldset class="stack">
      <legend>Which of these {occasions.length} events?</legend>
      <ul class="rows">
        {shown.map((occasion) => (
          <li key={occasion.calendar_uid}>
            <OccasionRow
              occasion={occasion}
              isChosen={chosen.has(occasion.calendar_uid)}
              toggle={() => toggle(occasion.calendar_uid)}
            />
          </li>
        ))}
      </ul>
      {shown.length < inOrder.length && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          Show all {inOrder.length}
        </button>
      )}
      <button
        type="button"
        class="button primary"
        disabled={chosen.size === 0}
        onClick={() => takeIn(occasions.filter((one) => chosen.has(one.calendar_uid)))}
      >
        {chosen.size === 0 ? "Choose at least one" : `Take in ${chosen.size}`}
      </button>
    </fieldset>
  );
}

interface RowProps {
  occasion: Occasion;
  isChosen: boolean;
  toggle: () => void;
}

function OccasionRow({ occasion, isChosen, toggle }: RowProps) {
  const { name, place, is_cancelled } = occasion;
  const where = [eventTimesText(occasion, new Date()), place].filter(Boolean).join(" · ");
  return (
    <label class="row occasion">
      <input type="checkbox" checked={isChosen} onChange={toggle} />
      <strong>{name || "An event without a name"}</strong>
      <span>
        {is_cancelled && "cancelled · "}
        {where}
      </span>
    </label>
  );
}

function isComing({ starts_at, ends_at }: Occasion, now: Date): boolean {
  return Date.parse(ends_at ?? starts_at) >= now.getTime();
}
