/** Reads a code from a picture that is chosen from the device or pasted. */
import { useEffect, useState } from "preact/hooks";
import { hasCard } from "../../domain/vcard/card_lines";
import { createScanner } from "./scanner";

type Outcome = "reading" | "nothing" | "damaged" | "no_picture" | "too_long" | "failed";

/** The largest QR code holds so many digits, and fewer letters. */
const CODE_CHARACTERS = 7089;
/** A contact card may have a picture in it. */
const CARD_CHARACTERS = 5_000_000;

const OUTCOMES: Record<Outcome, string> = {
  reading: "Looking for a code…",
  nothing: "No QR code in this picture.",
  damaged: "The code in this picture is damaged, blurred or cut off.",
  no_picture: "This file can't be opened as a picture.",
  too_long: "That's too long for a QR code. Paste it into a note instead.",
  failed: "Go online once to download the code reader.",
};

/** Offer to choose a picture, or to paste one anywhere on the screen; pasted text counts as the text of a code. */
export function PictureOfCode({ onRead }: { onRead: (text: string) => void }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const readFile = async (file: Blob | undefined) => {
    if (!file) return;
    setOutcome("reading");
    const reading = await readPicture(file);
    if (typeof reading === "object") onRead(reading.text);
    else setOutcome(reading);
  };
  const useText = (text: string) =>
    text.length > mostCharacters(text) ? setOutcome("too_long") : onRead(text);
  usePaste(readFile, useText);
  return (
    <section class="card stack" aria-labelledby="from_a_picture">
      <h2 id="from_a_picture">From a picture</h2>
      <label class="button choose_picture">
        Choose a picture
        <input
          class="visually_hidden"
          type="file"
          accept="image/*"
          onChange={({ currentTarget }) => {
            void readFile(currentTarget.files?.[0]);
            currentTarget.value = "";
          }}
        />
      </label>
      <p class="soft small">
        You can also copy a picture, a link or the text of a contact card, and paste it on this
        screen.
      </p>
      <p role="status">{outcome && OUTCOMES[outcome]}</p>
    </section>
  );
}

function mostCharacters(text: string): number {
  return hasCard(text.slice(0, CODE_CHARACTERS)) ? CARD_CHARACTERS : CODE_CHARACTERS;
}

async function readPicture(file: Blob): Promise<{ text: string } | Outcome> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return "no_picture";
  const scanner = await createScanner();
  const reading = await scanner.read(picture).catch(() => "failed" as const);
  scanner.close();
  picture.close();
  return reading;
}

function usePaste(onFile: (file: Blob) => void, onText: (text: string) => void): void {
  useEffect(() => {
    const paste = ({ clipboardData }: ClipboardEvent) => {
      const file = clipboardData?.files[0];
      const text = clipboardData?.getData("text/plain").trim();
      if (file) onFile(file);
      else if (text) onText(text);
    };
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);
}
