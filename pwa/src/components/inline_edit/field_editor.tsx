/** The input in the place of a field: stored at each keystroke, Esc undoes everything. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { limits } from "../../data/kinds.gen";

/** A field of a record as the inline editor needs it. */
export interface Field {
  name: string;
  label: string;
  value: string;
  /** What an empty field offers, where it is not "Add" and the label. */
  offer?: string;
  kind: "line" | "text" | "email" | "tel" | "url" | "date" | "time" | "datetime-local";
  /** The exact value, shown on hover and focus where the text is approximate. */
  exactly?: string;
  save: (value: string) => Promise<void>;
}

interface EditorProps {
  field: Field;
  close: (returnFocus: boolean) => void;
}

/** Show the editor of a field, which has the focus from the start; Esc returns to the value at that moment. */
export function FieldEditor({ field: latest, close }: EditorProps) {
  const field = useRef(latest).current;
  const { draft, failed, type } = useDraft(field);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const hintId = useId();
  const isText = field.kind === "text";

  // Before the next key can arrive, so that somebody who opens the editor and types on loses none.
  useLayoutEffect(() => focusAtEnd(input.current), []);
  useEffect(() => grow(input.current), [draft]);

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || !(event.key === "Escape" || isDone(event, isText))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") type(field.value);
    close(true);
  };

  const shared = {
    ref: input,
    "aria-label": field.label,
    placeholder: field.offer ?? field.label,
    "aria-describedby": hintId,
    autocomplete: "off",
    value: draft,
    onInput: () => type(input.current?.value ?? draft),
    onKeyDown: onKey,
    onBlur: () => !failed && close(false),
  } as const;

  return (
    <div class="field in_place_editor">
      {isText ? (
        <textarea rows={2} {...shared} />
      ) : (
        <input {...shared} type={field.kind.replace("line", "text") as "text"} />
      )}
      <EditorHint id={hintId} failed={failed} tooMany={draft.length - longest(isText)} />
    </div>
  );
}

function useDraft(field: Field) {
  const [draft, setDraft] = useState(field.value);
  const [failed, setFailed] = useState(false);
  const type = (value: string) => {
    setDraft(value);
    field.save(value).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return { draft, failed, type };
}

function EditorHint({ id, failed, tooMany }: { id: string; failed: boolean; tooMany: number }) {
  if (failed) {
    return (
      <p id={id} class="problem" role="alert">
        Not saved: this device couldn't store it. Keep typing to try again.
      </p>
    );
  }
  return (
    <p id={id} class="soft small">
      {tooMany > 0 ? `${tooMany} characters too long.` : "Saved as you type."}
      {tooMany <= 0 && <span class="by_keys"> Esc undoes it.</span>}
    </p>
  );
}

function longest(isText: boolean): number {
  return isText ? limits.text : limits.line;
}

function isDone(event: KeyboardEvent, isText: boolean): boolean {
  return event.key === "Enter" && (!isText || event.ctrlKey || event.metaKey);
}

function focusAtEnd(input: HTMLInputElement | HTMLTextAreaElement | null): void {
  input?.focus();
  if (input?.selectionStart != null)
    input.setSelectionRange(input.value.length, input.value.length);
}

function grow(input: HTMLElement | null): void {
  if (!(input instanceof HTMLTextAreaElement)) return;
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 2}px`;
}
