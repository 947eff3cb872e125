/** One value that was written over: what it said, when and on which device it went, and the way back. */

import { fieldLabel } from "../../data/field_words";
import { exactMomentText, momentText } from "../../domain/dates/date_words";
import { valueText } from "./history_words";
import type { HistoryEntry } from "./record_history";

interface EntryProps {
  kind: string;
  entry: HistoryEntry;
  /** The device that shows this. */
  here: string | undefined;
  bringBack: (value: unknown) => void;
}

/** Show an entry of a record's history. */
export function HistoryRow({ kind, entry, here, bringBack }: EntryProps) {
  const { field, value, replaced_by, taken_at, device, sent } = entry;
  const isDeletion = field === "deleted_at";
  return (
    <li class="past_entry">
      <p class="soft small">
        <b>{isDeletion ? sayDeletion(replaced_by) : `${fieldLabel(kind, field)}, until`}</b>{" "}
        <time dateTime={taken_at} title={exactMomentText(taken_at)}>
          {momentText(taken_at, new Date())}
        </time>
        , {device.id === here ? "on this device" : `on ${device.label ?? "another device"}`}
      </p>
      {!isDeletion && <PastValue kind={kind} field={field} value={value} bringBack={bringBack} />}
      {sent !== undefined && (
        <>
          <p class="soft small">sent from there, and merged with what another device said</p>
          <PastValue kind={kind} field={field} value={sent} bringBack={bringBack} />
        </>
      )}
    </li>
  );
}

type PastValueProps = Pick<EntryProps, "kind" | "bringBack"> & { field: string; value: unknown };

function PastValue({ kind, field, value, bringBack }: PastValueProps) {
  const said = valueText(field, value);
  if (!said) return <p class="soft">It was empty.</p>;
  return (
    <div class="past_value">
      <p class="long_text">{said}</p>
      <button
        type="button"
        class="button"
        aria-label={`Bring back ${fieldLabel(kind, field)}: ${said.slice(0, 60)}`}
        onClick={() => bringBack(value)}
      >
        Bring back
      </button>
    </div>
  );
}

function sayDeletion(replacedBy: unknown): string {
  return replacedBy === null ? "Brought back" : "Deleted";
}
