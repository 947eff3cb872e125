/** Scanning somebody's code with the camera, from a picture or by pasting; then what it contains. */
import { useEffect, useState } from "preact/hooks";
import { type ParsedCode, parseCode } from "../../domain/vcard/parse_code";
import { useRoute } from "../../ui/router";
import { CameraView } from "./camera_view";
import { PictureOfCode } from "./qr_from_picture";
import { ScannedView } from "./scanned_view";
import { keepScanner } from "./scanner";
import "./my_card.css";

/** Show how to scan a code, and then what was read. */
export function ScanScreen() {
  const { params } = useRoute();
  const [scanned, setScanned] = useState<ParsedCode>();
  const read = (text: string) => setScanned(parseCode(text));
  useEffect(() => void keepScanner().catch(() => undefined), []);
  return (
    <div class="pane">
      <div class="stack scan">
        {scanned ? (
          <ScannedView
            scanned={scanned}
            cardId={params.get("card")}
            eventId={params.get("event")}
            again={() => setScanned(undefined)}
          />
        ) : (
          <>
            <h1>Scan a code</h1>
            <CameraView onRead={read} />
            <PictureOfCode onRead={read} />
          </>
        )}
      </div>
    </div>
  );
}
