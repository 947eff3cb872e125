/** One earlier value of a field: what it was, until when and on which device, with a button that restores it. */

import { fieldLabel } from "../../data/words";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import type { HistoryEntry } from "./history_pages";
import { valueText } from "./history_words";

interface HistoryRowProps {
  kind: string;
  entry: HistoryEntry;
  /** The id of this device. */
  here: string | undefined;
  restore: (value: unknown) => void;
}

/** Show an entry of a record's history. */
export function HistoryRow({ kind, entry, here, restore }: HistoryRowProps) {
  const { field, value, replaced_by, taken_at, device, sent } = entry;
  const isDeletion = field === "deleted_at";
  return (
    <li class="history_row">
      <p class="soft small">
        <b>
          {isDeletion
            ? replaced_by === null
              ? "Restored"
              : "Deleted"
            : `${fieldLabel(kind, field)}, until`}
        </b>{" "}
        <time dateTime={taken_at} title={exactMomentText(taken_at)}>
          {momentText(taken_at, new Date())}
        </time>
        , {device.id === here ? "on this device" : `on ${device.label ?? "another device"}`}
      </p>
      {!isDeletion && <EarlierValue kind={kind} field={field} value={value} restore={restore} />}
      {sent !== undefined && (
        <>
          <p class="soft small">sent by that device, then merged with another device's version</p>
          <EarlierValue kind={kind} field={field} value={sent} restore={restore} />
        </>
      )}
    </li>
  );
}

type EarlierValueProps = Pick<HistoryRowProps, "kind" | "restore"> & {
  field: string;
  value: unknown;
};

function EarlierValue({ kind, field, value, restore }: EarlierValueProps) {
  const words = valueText(field, value);
  if (!words) return <p class="soft">It was empty.</p>;
  return (
    <div class="earlier_value">
      <p class="long_text">{words}</p>
      <button
        type="button"
        class="button"
        aria-label={`Restore ${fieldLabel(kind, field)}: ${words.slice(0, 60)}`}
        onClick={() => restore(value)}
      >
        Restore
      </button>
    </div>
  );
}
