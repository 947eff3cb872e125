/** The field in which a message is edited before it leaves: kept at each keystroke. */

import { useEffect, useRef, useState } from "preact/hooks";

interface Props {
  words: string;
  keep: (words: string) => Promise<void>;
}

/** Let a message be edited; what another device types while nobody types here is shown. */
export function Editor({ words, keep }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [failed, setFailed] = useState(false);
  const follow = () => {
    const shown = field.current;
    if (!shown) return;
    if (shown !== document.activeElement) shown.value = words;
    grow(shown);
  };
  useEffect(follow, [words]);
  const type = ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
    grow(currentTarget);
    keep(currentTarget.value).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <div class="field">
      <label for="message">Your message</label>
      <textarea
        id="message"
        ref={field}
        defaultValue={words}
        rows={9}
        onInput={type}
        onBlur={() => requestAnimationFrame(follow)}
      />
      {failed && (
        <p class="problem" role="alert">
          Not kept yet: this device could not store it. Type on to try again.
        </p>
      )}
    </div>
  );
}

function grow(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
