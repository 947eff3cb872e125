/** A field that reads as text and becomes an input where it stands, on a click or on Enter. */
import "./inline_edit.css";
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { type Field, FieldEditor } from "./field_editor";

interface InPlaceProps {
  field: Field;
  startsOpen?: boolean;
  children?: ComponentChildren;
}

/** Show the children, or in an empty field an offer to fill it, and edit the value in their place. */
export function InlineEdit({ field, startsOpen = false, children }: InPlaceProps) {
  const [editing, setEditing] = useState(startsOpen);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (returnFocus: boolean) => {
    setEditing(false);
    if (returnFocus) requestAnimationFrame(() => opener.current?.focus());
  };
  if (editing) return <FieldEditor field={field} close={close} />;
  return (
    <div class="in_place" data-field={field.name}>
      {field.value ? children : <span class="in_place_offer">Add {field.label}</span>}
      <button
        ref={opener}
        type="button"
        class="in_place_opener"
        aria-label={`${field.value ? "Edit" : "Add"} ${field.label}`}
        title={field.exactly}
        onClick={() => setEditing(true)}
      />
    </div>
  );
}
