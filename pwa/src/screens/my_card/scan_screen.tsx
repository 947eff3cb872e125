/** Scanning another's code: by the camera, from a picture, or pasted; then what it says. */
import { useEffect, useState } from "preact/hooks";
import { type ParsedCode, parseCode } from "../../domain/vcard/parse_code";
import { useRoute } from "../../ui/router";
import { CameraView } from "./camera_view";
import { keepReader } from "./keep_reader";
import { PictureOfCode } from "./picture_of_code";
import { ScannedView } from "./scanned_view";
import "./my_card.css";

/** Show the way to a code, and then what was read. */
export function ScanScreen() {
  const { params } = useRoute();
  const [scanned, setScanned] = useState<ParsedCode>();
  const take = (text: string) => setScanned(parseCode(text));
  useEffect(() => void keepReader().catch(() => undefined), []);
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
            <CameraView onRead={take} />
            <PictureOfCode onRead={take} />
          </>
        )}
      </div>
    </div>
  );
}
