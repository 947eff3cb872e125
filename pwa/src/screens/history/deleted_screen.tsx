/** What was deleted recently, on any device, with buttons that restore it. */
import { useState } from "preact/hooks";
import type { Kind } from "../../data/kinds.gen";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { Empty } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { type DeletedRecords, MoreButton, usePages } from "./history_pages";
import { kindText, recordText } from "./history_words";
import { restoreRecord } from "./restore";
import "./history.css";

/** Show what was deleted, newest first. */
export function DeletedScreen() {
  const read = usePages<DeletedRecords>("/api/deleted");
  const records = read.pages.flatMap((page) => page.records);
  const isEmpty = read.pages.length > 0 && records.length === 0;
  return (
    <div class="pane">
      <div class="stack history">
        <Link
          href="/account"
          class="button quiet icon_only back_button"
          aria-label="Back to account"
        >
          <Icon name="back" />
        </Link>
        <h1>Recently deleted</h1>
        <ul class="rows" aria-label="Recently deleted, newest first">
          {records.map((record) => (
            <DeletedItem key={record.id} record={record} />
          ))}
        </ul>
        {isEmpty && (
          <Empty title="Nothing deleted">
            <p class="soft">What you delete shows up here, and you can restore it.</p>
          </Empty>
        )}
        <MoreButton pages={read} />
      </div>
    </div>
  );
}

function DeletedItem({ record }: { record: DeletedRecords["records"][number] }) {
  const { kind, id, deleted_at, body } = record;
  const [isRestored, setRestored] = useState(false);
  const restore = async () => {
    await restoreRecord({ kind: kind as Kind, id }, body);
    setRestored(true);
  };
  return (
    <li class="history_row earlier_value">
      <div>
        <p class="long_text">{recordText(body)}</p>
        <p class="soft small">
          {kindText(kind)}, deleted{" "}
          <time dateTime={deleted_at} title={exactMomentText(deleted_at)}>
            {momentText(deleted_at, new Date())}
          </time>
        </p>
      </div>
      <button
        type="button"
        class="button"
        disabled={isRestored}
        aria-label={`Restore ${recordText(body)}`}
        onClick={restore}
      >
        {isRestored ? "Restored" : "Restore"}
      </button>
    </li>
  );
}
