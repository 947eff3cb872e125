/** The code of the own card over the whole screen: white, as large as it can be, and awake. */
import { useEffect, useRef } from "preact/hooks";
import type { VcardPerson } from "../../domain/vcard/vcard_person";
import { writeVcard } from "../../domain/vcard/write_vcard";
import { Link } from "../../ui/link";
import { useWakeLock } from "../../ui/wake_lock";
import { densityOf, VcardCode } from "./vcard_code";
import { choosable } from "./vcard_code_text";

interface Props {
  facts: VcardPerson;
  close: () => void;
}

/** Show the code; Escape, Back and the button close it. */
export function FullScreenCode({ facts, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = writeVcard(facts);
  useWakeLock();
  useEffect(() => dialog.current?.showModal(), []);
  const leave = (event: Event) => {
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={dialog} class="full_code" aria-label="My code" onCancel={leave}>
      {densityOf(text) === "too_much" ? (
        <p class="too_much">This is too much for one code. Leave something out on your card.</p>
      ) : (
        <VcardCode text={text} label={`QR code with the card of ${facts.name}`} />
      )}
      <Said facts={facts} />
      <div class="actions">
        <button type="button" class="button" onClick={close}>
          Close
        </button>
        <Link href="/scan" replace class="button">
          Scan theirs
        </Link>
      </div>
    </dialog>
  );
}

/** The same in words, for whoever cannot scan. */
function Said({ facts }: { facts: VcardPerson }) {
  const further = choosable.flatMap((field) => facts[field]).filter(Boolean);
  return (
    <div class="in_words">
      <strong>{facts.name}</strong>
      {further.length > 0 && <p>{further.join(" · ")}</p>}
    </div>
  );
}
