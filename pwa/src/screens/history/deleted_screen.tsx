/** What was deleted lately, on any device, and the way to bring it back. */
import { useState } from "preact/hooks";
import type { Kind } from "../../data/kinds.gen";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { Empty } from "../../ui/empty";
import { Icon } from "../../ui/icons";
import { Link } from "../../ui/link";
import { bringBackRecord } from "./bring_back";
import { kindText, recordText } from "./history_words";
import { MoreButton } from "./more_button";
import { type Deleted, type LostValue, usePages } from "./record_history";
import "./history.css";

/** Show what was deleted, the latest first. */
export function DeletedScreen() {
  const read = usePages<Deleted>("/api/deleted");
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
        <ul class="rows" aria-label="Deleted, the latest first">
          {records.map((record) => (
            <DeletedRecord key={record.id} record={record} />
          ))}
        </ul>
        {isEmpty && (
          <Empty title="Nothing is deleted">
            <p class="soft">What you delete stands here, and can be brought back.</p>
          </Empty>
        )}
        <MoreButton of={read} />
      </div>
    </div>
  );
}

function DeletedRecord({ record }: { record: LostValue }) {
  const { kind, id, deleted_at, body } = record;
  const [isBack, setBack] = useState(false);
  const bringBack = async () => {
    await bringBackRecord({ kind: kind as Kind, id }, body);
    setBack(true);
  };
  return (
    <li class="past_entry past_value">
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
        disabled={isBack}
        aria-label={`Bring back ${recordText(body)}`}
        onClick={bringBack}
      >
        {isBack ? "Back again" : "Bring back"}
      </button>
    </li>
  );
}
