/** A code in a picture that was taken elsewhere: chosen from the device, or pasted. */
import { useEffect, useState } from "preact/hooks";
import { codeReader } from "./code_reader";

type Outcome = "reading" | "nothing" | "damaged" | "no_picture" | "too_long" | "failed";

/** The largest code of all holds so many figures, and fewer letters. */
const CODE_CHARACTERS = 7089;

const words: Record<Outcome, string> = {
  reading: "Looking for a code…",
  nothing: "No code was found in this picture.",
  damaged: "There is a code in this picture, but it is damaged, blurred or cut off.",
  no_picture: "This file is no picture that can be opened here.",
  too_long: "This is more than any code holds. Paste it into a note instead.",
  failed: "What reads codes is not on this device yet. It comes with the next network.",
};

/** Let a picture be chosen, or pasted anywhere on the screen; pasted text is taken as a code's own. */
export function PictureOfCode({ onRead }: { onRead: (text: string) => void }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const look = async (file: Blob | undefined) => {
    if (!file) return;
    setOutcome("reading");
    const reading = await readPicture(file);
    if (typeof reading === "object") onRead(reading.text);
    else setOutcome(reading);
  };
  const take = (text: string) =>
    text.length > CODE_CHARACTERS ? setOutcome("too_long") : onRead(text);
  usePasted(look, take);
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
            void look(currentTarget.files?.[0]);
            currentTarget.value = "";
          }}
        />
      </label>
      <p class="soft small">Or paste one here: a picture, a link, or the text of a card.</p>
      <p role="status">{outcome && words[outcome]}</p>
    </section>
  );
}

async function readPicture(file: Blob): Promise<{ text: string } | Outcome> {
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return "no_picture";
  const reader = await codeReader();
  const reading = await reader.read(picture).catch(() => "failed" as const);
  reader.close();
  picture.close();
  return reading;
}

function usePasted(look: (file: Blob) => void, onText: (text: string) => void): void {
  useEffect(() => {
    const take = ({ clipboardData }: ClipboardEvent) => {
      const file = clipboardData?.files[0];
      const text = clipboardData?.getData("text/plain").trim();
      if (file) look(file);
      else if (text) onText(text);
    };
    document.addEventListener("paste", take);
    return () => document.removeEventListener("paste", take);
  }, []);
}
