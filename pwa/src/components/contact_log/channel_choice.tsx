/** What a contact was like: on which day, who began, and last how it was, which logs it. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { daysAfter, localDay } from "../../domain/dates/days";
import { channelOptions } from "./channels";
import type { Side } from "./contact";
import { logContacts, type Named } from "./log_contacts";

interface WaysToLogProps {
  people: Named[];
  close: () => void;
  children?: ComponentChildren;
}

/** Ask what a contact was like; the tap on how it was logs it, as of now where nothing else was said. */
export function ChannelChoice({ people, close, children }: WaysToLogProps) {
  const today = localDay(new Date());
  const [day, setDay] = useState(today);
  const [begunBy, setBegunBy] = useState<Side | null>(null);
  const chips = useRef<HTMLDivElement>(null);
  useEffect(() => chips.current?.querySelector("button")?.focus(), []);
  return (
    <fieldset class="log_contact">
      <legend class="soft small">How you were in touch; a tap logs it</legend>
      <div ref={chips} class="chips">
        {channelOptions.map((way) => (
          <button
            key={way.words}
            type="button"
            class="chip primary"
            onClick={() => {
              close();
              void logContacts(people, { way, day, begunBy });
            }}
          >
            {way.words}
          </button>
        ))}
      </div>
      <DayChoice day={day} today={today} choose={setDay} />
      <BegunChoice begunBy={begunBy} choose={setBegunBy} />
      {children}
    </fieldset>
  );
}

function DayChoice(props: { day: string; today: string; choose: (day: string) => void }) {
  const { day, today, choose } = props;
  const near: [string, string][] = [
    ["Today", today],
    ["Yesterday", daysAfter(today, -1)],
  ];
  return (
    <fieldset class="chips small">
      <legend class="soft small">When</legend>
      {near.map(([words, value]) => (
        <button
          key={value}
          type="button"
          class="chip"
          aria-pressed={day === value}
          onClick={() => choose(value)}
        >
          {words}
        </button>
      ))}
      <input
        type="date"
        class="chip"
        aria-label="Another day"
        max={today}
        value={day}
        onChange={({ currentTarget: { value } }) => value && value <= today && choose(value)}
      />
    </fieldset>
  );
}

function BegunChoice(props: { begunBy: Side | null; choose: (side: Side | null) => void }) {
  const { begunBy, choose } = props;
  const sides: [string, Side][] = [
    ["I began", "me"],
    ["They began", "them"],
  ];
  return (
    <fieldset class="chips small">
      <legend class="soft small">Who began</legend>
      {sides.map(([words, side]) => (
        <button
          key={side}
          type="button"
          class="chip"
          aria-pressed={begunBy === side}
          onClick={() => choose(begunBy === side ? null : side)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
