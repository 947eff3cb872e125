/** The field that finds a person by any word of anything noted about them. */

import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLive } from "../../data/live";
import { useSearch } from "../../data/use_search";
import { FoundPeople } from "./found_people";
import { type PickedPerson, peopleFound } from "./picked_person";

interface Props {
  onChoose: (whom: PickedPerson) => void;
  onClose: () => void;
}

/** Find a person while typing: Enter chooses the first, the arrow keys reach the others, Escape closes. */
export function FindPerson({ onChoose, onClose }: Props) {
  const place = useRef<HTMLElement>(null);
  const [text, setText] = useState("");
  const found = useFound(text);
  const reach = (step: number) => {
    const stops = [...(place.current?.querySelectorAll<HTMLElement>("input, button") ?? [])];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  };
  const first = () => found[0] && onChoose(found[0]);
  useLayoutEffect(() => reach(1), []);
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
        aria-label="Find somebody"
        autocomplete="off"
        enterkeyhint="go"
        placeholder="A name, or any word noted"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <FoundPeople found={found} isAsked={text.trim() !== ""} onChoose={onChoose} />
    </search>
  );

  function keys({ target }: Event): Record<string, () => void> {
    return {
      ArrowDown: () => reach(1),
      ArrowUp: () => reach(-1),
      Escape: onClose,
      ...(target instanceof HTMLInputElement ? { Enter: first } : {}),
    };
  }
}

/** Those found before stay in view until the next are known. */
function useFound(text: string): PickedPerson[] {
  const { hits, searching } = useSearch(text);
  const { value } = useLive(() => peopleFound(hits), ["person"], [hits]);
  const last = useRef<PickedPerson[]>([]);
  if (value && !searching) last.current = value;
  return last.current;
}
