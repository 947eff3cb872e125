/** Scanning somebody's code with the camera, from a picture or by pasting; then what it contains. */
import { useEffect, useState } from "preact/hooks";
import { type ParsedCode, parseCode } from "../../domain/vcard/parse_code";
import { go, useRoute } from "../../ui/router";
import { CameraView } from "./camera_view";
import { PictureOfCode } from "./qr_from_picture";
import { ScannedView } from "./scanned_view";
import { keepScanner } from "./scanner";
import "./my_card.css";

/** Show how to scan a code, and then what was read: each of several cards in turn, all for the same note. */
export function ScanScreen() {
  const { params } = useRoute();
  const [codes, setCodes] = useState<ParsedCode[]>([]);
  const [at, setAt] = useState(0);
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const scanned = codes[at];
  const show = (some: ParsedCode[]) => {
    setCodes(some);
    setAt(0);
  };
  const goOn = (cardId: string | null) => {
    setSavedTo(cardId);
    if (at + 1 < codes.length) setAt(at + 1);
    else if (cardId) go(`/note/${cardId}`, { replace: true });
    else show([]);
  };
  useEffect(() => void keepScanner().catch(() => undefined), []);
  return (
    <div class="pane">
      <div class="stack scan">
        {scanned ? (
          <ScannedView
            key={at}
            scanned={scanned}
            place={{ at, count: codes.length }}
            cardId={savedTo ?? params.get("card")}
            eventId={params.get("event")}
            saved={goOn}
            skip={() => goOn(savedTo)}
            again={() => show([])}
          />
        ) : (
          <>
            <h1>Scan a code</h1>
            <CameraView onRead={(text) => show(parseCode(text))} />
            <PictureOfCode onRead={(text) => show(parseCode(text))} />
          </>
        )}
      </div>
    </div>
  );
}
