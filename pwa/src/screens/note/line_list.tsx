/** The parts that were found in the line, below it: each can be corrected or removed. */

import { render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../ui/icons";
import { fields } from "./form";
import type { Decision, LinePart } from "./reading";

type Decide = (part: LinePart, decision: Decision) => void;

const day = { type: "date" as const };
const text = { type: "text" as const };
const place = document.getElementById("line_parts") as HTMLElement;
const announcement = document.getElementById("line_said") as HTMLElement;

/** Show the parts of a line, and announce them once to screen readers. */
export function showParts(parts: LinePart[], decide: Decide): void {
  render(parts.length > 0 && <Parts parts={parts} decide={decide} />, place);
  const texts = parts.map(({ label, text, choices }) => `${label} ${text}${choices[0] ? "?" : ""}`);
  const words = texts.length > 0 ? `Found: ${texts.join(", ")}` : "";
  if (announcement.textContent !== words) announcement.textContent = words;
}

function Parts({ parts, decide }: { parts: LinePart[]; decide: Decide }) {
  return (
    <ul class="line_parts" aria-label="Found in your note">
      {parts.map((part) => (
        <OnePart key={part.key} part={part} decide={decide} />
      ))}
    </ul>
  );
}

/** The who field gets the focus of a part that disappears, so that the focus is not lost. */
function OnePart({ part, decide }: { part: LinePart; decide: Decide }) {
  const [isEdited, setEdited] = useState(false);
  const { label, text, choices, dismissal } = part;
  const needsAnswer = choices.length > 0;
  const correct = (value: string) => {
    setEdited(false);
    if (value.trim() && value !== part.value) decide(part, { is: "so", value: value.trim() });
  };
  const answer = (decision: Decision) => {
    fields.who.focus();
    decide(part, decision);
  };
  if (isEdited) return <Correction part={part} keep={correct} />;
  return (
    <li class={needsAnswer ? "part asks" : "part"} onMouseDown={(event) => event.preventDefault()}>
      <button type="button" aria-label={`Edit ${label}: ${text}`} onClick={() => setEdited(true)}>
        <span class="soft small">{label}</span> {text}
        {needsAnswer && "?"}
      </button>
      {choices.map(({ words, decision }) => (
        <button
          key={words}
          type="button"
          class="answer"
          aria-label={`${words}, ${label}: ${text}`}
          onClick={() => answer(decision)}
        >
          {words}
        </button>
      ))}
      <button type="button" aria-label={`Remove ${text}`} onClick={() => answer(dismissal)}>
        <Icon name="close" />
      </button>
    </li>
  );
}

function Correction({ part, keep }: { part: LinePart; keep: (value: string) => void }) {
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
