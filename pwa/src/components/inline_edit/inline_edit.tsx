/** A field that is shown as text and becomes an input in its place, on a click or on Enter. */
import "./inline_edit.css";
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Field, FieldEditor } from "./field_editor";

interface InlineEditProps {
  field: Field;
  startsOpen?: boolean;
  children?: ComponentChildren;
}

/** Show the children, or what an empty field offers, and edit the value in their place. */
export function InlineEdit({ field, startsOpen = false, children }: InlineEditProps) {
  const [editing, setEditing] = useState(startsOpen);
  const offer = field.offer ?? `Add ${field.label}`;
  const opener = useRef<HTMLButtonElement>(null);
  const close = (returnFocus: boolean) => {
    setEditing(false);
    if (returnFocus) requestAnimationFrame(() => opener.current?.focus());
  };
  if (editing) return <FieldEditor field={field} close={close} />;
  return (
    <div class="in_place" data-field={field.name}>
      {field.value ? children : <span class="in_place_offer">{offer}</span>}
      <button
        ref={opener}
        type="button"
        class="in_place_opener"
        aria-label={field.value ? `Edit ${field.label}` : offer}
        title={field.exactly}
        onClick={() => setEditing(true)}
      />
    </div>
  );
}
