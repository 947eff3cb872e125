/** The code of the own card in full screen: white, as large as possible, and kept awake. */
import { useEffect, useRef } from "preact/hooks";
import type { VcardPerson } from "../../domain/vcard/vcard_person";
import { writeVcard } from "../../domain/vcard/write_vcard";
import { Link } from "../../ui/link";
import { useWakeLock } from "../../ui/wake_lock";
import { densityOf, VcardCode } from "./qr_code";
import { choosable } from "./qr_code_text";

interface Props {
  facts: VcardPerson;
  close: () => void;
}

/** Show the code until Escape, Back or the button closes it. */
export function FullScreenCode({ facts, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = writeVcard(facts);
  useWakeLock();
  useEffect(() => dialog.current?.showModal(), []);
  const cancel = (event: Event) => {
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={dialog} class="full_code" aria-label="My code" onCancel={cancel}>
      {densityOf(text) === "too_much" ? (
        <p class="too_much">Too much for one code. Leave something out on your card.</p>
      ) : (
        <VcardCode text={text} label={`QR code of ${facts.name}'s card`} />
      )}
      <FactsInWords facts={facts} />
      <div class="actions">
        <button type="button" class="button" onClick={close}>
          Close
        </button>
        <Link href="/scan" replace class="button">
          Scan their code
        </Link>
      </div>
    </dialog>
  );
}

/** The same in words, for anybody who can't scan. */
function FactsInWords({ facts }: { facts: VcardPerson }) {
  const others = choosable.flatMap((field) => facts[field]).filter(Boolean);
  return (
    <div class="in_words">
      <strong>{facts.name}</strong>
      {others.length > 0 && <p>{others.join(" · ")}</p>}
    </div>
  );
}
