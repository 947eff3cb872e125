/** The field in which a message is edited before it is sent: stored at each keystroke. */

import { useEffect, useRef, useState } from "preact/hooks";

interface MessageEditorProps {
  words: string;
  save: (words: string) => Promise<void>;
}

/** Show the editor of a message; changes of another device are shown while nobody types here. */
export function MessageEditor({ words, save }: MessageEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [failed, setFailed] = useState(false);
  const update = () => {
    const shown = field.current;
    if (!shown) return;
    if (shown !== document.activeElement) shown.value = words;
    grow(shown);
  };
  useEffect(update, [words]);
  const type = ({ currentTarget }: { currentTarget: HTMLTextAreaElement }) => {
    grow(currentTarget);
    save(currentTarget.value).then(
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
        onBlur={() => requestAnimationFrame(update)}
      />
      {failed && (
        <p class="problem" role="alert">
          Not saved: this device couldn't store it. Keep typing to try again.
        </p>
      )}
    </div>
  );
}

function grow(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
