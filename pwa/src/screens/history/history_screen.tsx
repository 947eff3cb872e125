/** The history of one record: every earlier value, each with a button that restores it. */

import { deviceId } from "../../data/device_state";
import type { Kind } from "../../data/kinds.gen";
import { useLive } from "../../data/live";
import { Empty } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { match, useRoute } from "../../ui/router";
import { MoreButton, type RecordHistory, usePages } from "./history_pages";
import { HistoryRow } from "./history_row";
import { kindText, recordText } from "./history_words";
import { restoreRecord, restoreValue } from "./restore";
import "./history.css";

/** Show the history of the record whose id is in the path. */
export function HistoryScreen() {
  const { id = "" } = match("/history/:id", useRoute().path) ?? {};
  const read = usePages<RecordHistory>(`/api/history/${id}`);
  const here = useLive(deviceId, ["account"], []).value;
  const record = read.pages[0];
  return (
    <div class="pane">
      <div class="stack history">
        <BackButton />
        <h1>History</h1>
        {record && <AboutRecord record={record} />}
        <ol class="rows" aria-label="Earlier versions, newest first">
          {read.pages.flatMap(({ kind, entries }) =>
            entries.map((entry) => (
              <HistoryRow
                key={`${entry.seq} ${entry.field}`}
                kind={kind}
                entry={entry}
                here={here}
                restore={(value) => restoreValue({ kind: kind as Kind, id }, entry.field, value)}
              />
            )),
          )}
        </ol>
        {record?.entries.length === 0 && <Empty title="Never changed" />}
        <MoreButton pages={read} />
      </div>
    </div>
  );
}

function AboutRecord({ record }: { record: RecordHistory }) {
  const { kind, id, deleted_at, body } = record;
  return (
    <>
      <p>
        {kindText(kind)}: <b>{recordText(body)}</b>
      </p>
      {deleted_at && (
        <div class="notice" role="status">
          <p>This was deleted.</p>
          <button
            type="button"
            class="button"
            onClick={() => restoreRecord({ kind: kind as Kind, id }, body)}
          >
            Restore
          </button>
        </div>
      )}
    </>
  );
}

/** Show a button that goes back to the screen before. */
function BackButton() {
  return (
    <button
      type="button"
      class="button quiet icon_only back_button"
      aria-label="Back"
      onClick={() => history.back()}
    >
      <Icon name="back" />
    </button>
  );
}
