/** The input that stands where a field stood: kept at each keystroke, Esc takes everything back. */
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { limits } from "../../data/kinds.gen";

export interface Field {
  name: string;
  label: string;
  value: string;
  kind: "line" | "text" | "email" | "tel" | "url" | "date" | "time" | "datetime-local";
  /** What is shown of the value on hover and focus, where the text says it loosely. */
  exactly?: string;
  keep: (value: string) => Promise<void>;
}

interface EditorProps {
  field: Field;
  close: (returnFocus: boolean) => void;
}

/** Edit a field as it was when the editor opened, with the focus in it from the start. */
export function FieldEditor({ field: latest, close }: EditorProps) {
  const field = useRef(latest).current;
  const { draft, failed, type } = useDraft(field);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const hintId = useId();
  const isText = field.kind === "text";

  // Before the next key can arrive, so that none is lost to whoever opens the editor and types on.
  useLayoutEffect(() => focusAtTheEnd(input.current), []);
  useEffect(() => grow(input.current), [draft]);

  const press = (event: KeyboardEvent) => {
    if (event.isComposing || !(event.key === "Escape" || isDone(event, isText))) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") type(field.value);
    close(true);
  };

  const shared = {
    ref: input,
    "aria-label": field.label,
    placeholder: field.label,
    "aria-describedby": hintId,
    autocomplete: "off",
    value: draft,
    onInput: () => type(input.current?.value ?? draft),
    onKeyDown: press,
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
    field.keep(value).then(
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
        Not kept yet: this device could not store it. Type on to try again.
      </p>
    );
  }
  return (
    <p id={id} class="soft small">
      {tooMany > 0 ? `${tooMany} characters too many for the server.` : "Kept as you type."}
      {tooMany <= 0 && <span class="by_keys"> Esc takes it back.</span>}
    </p>
  );
}

function longest(isText: boolean): number {
  return isText ? limits.text : limits.line;
}

function isDone(event: KeyboardEvent, isText: boolean): boolean {
  return event.key === "Enter" && (!isText || event.ctrlKey || event.metaKey);
}

function focusAtTheEnd(input: HTMLInputElement | HTMLTextAreaElement | null): void {
  input?.focus();
  if (input?.selectionStart != null)
    input.setSelectionRange(input.value.length, input.value.length);
}

function grow(input: HTMLElement | null): void {
  if (!(input instanceof HTMLTextAreaElement)) return;
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 2}px`;
}
