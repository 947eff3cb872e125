/** The button that logs a contact, and the form that it opens: the day, who got in touch, and the channel. */
import "./contact_log.css";
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { daysAfter, localDay } from "../../domain/dates/days";
import { useFold } from "../../ui/fold";
import type { Side } from "./contact";
import { type ChannelOption, logContactWithToast, type NamedPerson } from "./log_contacts";

interface LogContactProps {
  people: NamedPerson[];
  /** What else can be chosen before the contact is logged, such as who else took part. */
  children?: ComponentChildren;
}

/** Show a button that opens the form to log a contact with these people. */
export function LogContact({ people, children }: LogContactProps) {
  const { isOpen, toggle, close, opener } = useFold();
  const names = people.map(({ name }) => name).join(", ");
  return (
    <>
      <button
        ref={opener}
        type="button"
        class="button"
        aria-expanded={isOpen}
        aria-label={`Log contact: ${names}`}
        onClick={toggle}
      >
        Log contact
      </button>
      {isOpen && (
        <ChannelChoice people={people} close={close}>
          {children}
        </ChannelChoice>
      )}
    </>
  );
}

const channelOptions: ChannelOption[] = [
  { words: "In person", channel: "in_person" },
  { words: "Call", channel: "call" },
  { words: "Video", channel: "video" },
  { words: "I wrote", channel: "message", writtenBy: "me" },
  { words: "They wrote", channel: "message", writtenBy: "them" },
  { words: "Both wrote", channel: "message", isAnswered: true },
];

interface ChannelChoiceProps {
  people: NamedPerson[];
  close: () => void;
  children?: ComponentChildren;
}

/** Show the form; choosing the channel logs the contact, as of now where no other day was chosen. */
function ChannelChoice({ people, close, children }: ChannelChoiceProps) {
  const today = localDay(new Date());
  const [day, setDay] = useState(today);
  const [startedBy, setStartedBy] = useState<Side | null>(null);
  const chips = useRef<HTMLDivElement>(null);
  useEffect(() => chips.current?.querySelector("button")?.focus(), []);
  return (
    <fieldset class="log_contact">
      <legend class="soft small">How were you in touch?</legend>
      <div ref={chips} class="chips">
        {channelOptions.map((option) => (
          <button
            key={option.words}
            type="button"
            class="chip primary"
            onClick={() => {
              close();
              void logContactWithToast(people, { option, day, startedBy });
            }}
          >
            {option.words}
          </button>
        ))}
      </div>
      <DayChoice day={day} today={today} choose={setDay} />
      <StarterChoice startedBy={startedBy} choose={setStartedBy} />
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

function StarterChoice(props: { startedBy: Side | null; choose: (side: Side | null) => void }) {
  const { startedBy, choose } = props;
  const sides: [string, Side][] = [
    ["I did", "me"],
    ["They did", "them"],
  ];
  return (
    <fieldset class="chips small">
      <legend class="soft small">Who got in touch?</legend>
      {sides.map(([words, side]) => (
        <button
          key={side}
          type="button"
          class="chip"
          aria-pressed={startedBy === side}
          onClick={() => choose(startedBy === side ? null : side)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
