/** The history of one record: every value that was written over or deleted, and the way back to each. */

import { deviceId } from "../../data/device_state";
import type { Kind } from "../../data/kinds.gen";
import { useLive } from "../../data/live";
import { Empty } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { match, useRoute } from "../../ui/router";
import { bringBackRecord, bringBackValue } from "./bring_back";
import { HistoryRow } from "./history_row";
import { kindText, recordText } from "./history_words";
import { MoreButton } from "./more_button";
import { type RecordHistory, usePages } from "./record_history";
import "./history.css";

/** Show the history of the record whose id stands in the path. */
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
        <ol class="rows" aria-label="What was written over, the latest first">
          {read.pages.flatMap(({ kind, entries }) =>
            entries.map((entry) => (
              <HistoryRow
                key={`${entry.seq} ${entry.field}`}
                kind={kind}
                entry={entry}
                here={here}
                bringBack={(value) =>
                  bringBackValue({ kind: kind as Kind, id }, entry.field, value)
                }
              />
            )),
          )}
        </ol>
        {record?.entries.length === 0 && <NothingYet />}
        <MoreButton of={read} />
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
          <p>This is deleted.</p>
          <button
            type="button"
            class="button"
            onClick={() => bringBackRecord({ kind: kind as Kind, id }, body)}
          >
            Bring it back
          </button>
        </div>
      )}
    </>
  );
}

function NothingYet() {
  return (
    <Empty title="As it was first written">
      <p class="soft">Nothing here was ever written over.</p>
    </Empty>
  );
}

/** Back to wherever the person came from. */
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
