/** What a line was understood as, below it: each part is corrected where it stands, or dismissed. */

import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../ui/icons";
import { fields } from "./form";
import type { Decision, Part } from "./reading";

type Decide = (part: Part, decision: Decision) => void;

const day = { type: "date" as const };
const text = { type: "text" as const };
const place = document.getElementById("line_parts") as HTMLElement;
const said = document.getElementById("line_said") as HTMLElement;

/** Show the parts of a line, and say them once. */
export function showParts(parts: Part[], decide: Decide): void {
  render(parts.length > 0 && <Parts parts={parts} decide={decide} />, place);
  const words = parts.map(({ label, said, choices }) => `${label} ${said}${choices[0] ? "?" : ""}`);
  const news = words.length > 0 ? `Understood: ${words.join(", ")}` : "";
  if (said.textContent !== news) said.textContent = news;
}

function Parts({ parts, decide }: { parts: Part[]; decide: Decide }) {
  return (
    <ul class="line_parts" aria-label="Understood from the line">
      {parts.map((part) => (
        <OnePart key={part.key} part={part} decide={decide} />
      ))}
    </ul>
  );
}

/** The who field takes the focus of what is settled, so that it is not lost with it. */
function OnePart({ part, decide }: { part: Part; decide: Decide }) {
  const [isEdited, setEdited] = useState(false);
  const { label, said, choices, dismissal } = part;
  const isAsking = choices.length > 0;
  const correct = (value: string) => {
    setEdited(false);
    if (value.trim() && value !== part.value) decide(part, { is: "so", value: value.trim() });
  };
  const settle = (decision: Decision) => {
    fields.who.focus();
    decide(part, decision);
  };
  if (isEdited) return <Correction part={part} keep={correct} />;
  return (
    <li class={isAsking ? "part asks" : "part"} onMouseDown={(event) => event.preventDefault()}>
      <button
        type="button"
        aria-label={`Correct ${label}: ${said}`}
        onClick={() => setEdited(true)}
      >
        <span class="soft small">{label}</span> {said}
        {isAsking && "?"}
      </button>
      {choices.map(({ words, decision }) => (
        <button
          key={words}
          type="button"
          class="answer"
          aria-label={`${words}, ${label}: ${said}`}
          onClick={() => settle(decision)}
        >
          {words}
        </button>
      ))}
      <button type="button" aria-label={`Not ${label}: ${said}`} onClick={() => settle(dismissal)}>
        <Icon name="close" />
      </button>
    </li>
  );
}

function Correction({ part, keep }: { part: Part; keep: (value: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape" && input.current) input.current.value = part.value;
    fields.who.focus();
  };
  return (
    <li class="part">
      <input
        ref={input}
        {...(part.is_day ? day : text)}
        aria-label={part.label}
        value={part.value}
        autocomplete="off"
        onInput={(event) => event.stopPropagation()}
        onKeyDown={onKey}
        onBlur={(event) => keep(event.currentTarget.value)}
      />
    </li>
  );
}
