/** A search field that finds a person by any word noted about them. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { useSearch } from "../../data/use_search";
import { type PickedPerson, peopleOfHits } from "./picked_person";

interface Props {
  onChoose: (person: PickedPerson) => void;
  onClose: () => void;
}

/** Show the search field: Enter picks the first result, arrow keys move through them, Escape closes. */
export function FindPerson({ onChoose, onClose }: Props) {
  const place = useRef<HTMLElement>(null);
  const [text, setText] = useState("");
  const found = useFound(text);
  const focusBy = (step: number) => {
    const stops = [...(place.current?.querySelectorAll<HTMLElement>("input, button") ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  };
  const first = () => found[0] && onChoose(found[0]);
  useLayoutEffect(() => focusBy(1), []);
  return (
    <search
      ref={place}
      class="field"
      onKeyDown={(event) => {
        const acts = event.isComposing ? undefined : keys(event)[event.key];
        if (!acts) return;
        event.preventDefault();
        acts();
      }}
    >
      <input
        type="search"
        aria-label="Find a person"
        autocomplete="off"
        enterkeyhint="go"
        placeholder="Name, or any word in your notes"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <FoundPeople found={found} isAsked={text.trim() !== ""} onChoose={onChoose} />
    </search>
  );

  function keys({ target }: Event): Record<string, () => void> {
    return {
      ArrowDown: () => focusBy(1),
      ArrowUp: () => focusBy(-1),
      Escape: onClose,
      ...(target instanceof HTMLInputElement ? { Enter: first } : {}),
    };
  }
}

/** Earlier results stay in view until the new ones are known. */
function useFound(text: string): PickedPerson[] {
  const { hits, searching } = useSearch(text);
  const { value } = useLive(() => peopleOfHits(hits), ["person"], [hits]);
  const last = useRef<PickedPerson[]>([]);
  if (value && !searching) last.current = value;
  return last.current;
}

interface FoundProps {
  found: PickedPerson[];
  isAsked: boolean;
  onChoose: (person: PickedPerson) => void;
}

/** The number of results is announced to screen readers. */
function FoundPeople({ found, isAsked, onChoose }: FoundProps) {
  const none = isAsked ? "No one found." : "";
  return (
    <>
      <p class={found.length > 0 ? "visually_hidden" : "small soft"} role="status">
        {found.length > 0 ? `${found.length} found` : none}
      </p>
      {found.length > 0 && (
        <ul class="rows known" aria-label="People found">
          {found.map((person) => (
            <li key={person.person_id}>
              <button type="button" class="row" onClick={() => onChoose(person)}>
                <strong>{person.name}</strong>
                <span>{person.context}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
