/** The types of what the device's database holds. */
import type { Counters } from "../domain/prompts/learning";
import type { Code, Kind } from "./kinds.gen";

/** The fields of a record, sparse: what was never set is absent. */
export type Body = Record<string, unknown>;

/** What a change does to a record. */
export type Action = "set" | "delete" | "restore";

/** A change that the server refused, as the person typed it, and the values before it. */
export interface Refused {
  code: Code;
  fields: Record<string, string>;
  action: Action;
  set: Body;
  was: Body;
  /** The state that the person saw when typing it; absent where that history is gone. */
  base_seq?: number;
  /** The room that the account had then; only where it was too little. */
  room?: { bytes: number; records: number };
}

/** By field: the value that another device set as well, or that the text holds two versions. */
export type Kept = Record<string, { seq: number; value?: unknown; two_versions?: true }[]>;

/** A record as it is stored. */
export interface Stored {
  id: string;
  kind: string;
  seq: number;
  body: Body;
  deleted_at: string | null;
  kept?: Kept;
  refused?: Refused;
  /** Not found yet on a server restored from a backup: known below its newest seq, or above it. */
  adrift?: "below" | "above";
}

/** A change that waits to be sent; its number is null until it is first put into a request. */
export interface OutboxRow {
  order: number;
  number: number | null;
  kind: string;
  id: string;
  action: Action;
  set: Body | null;
  was: Body;
  base_seq: number;
  made_at: string;
}

/** A place in the server's history: a seq, and the mark that the server gave with it. */
export interface HistoryPlace {
  cursor: number;
  mark: string;
}

/** What this device knows of its sync with the server. */
export interface Device {
  device_id: string;
  cursor: number;
  mark: string | null;
  epoch: string | null;
  last_number: number;
  last_answered: number;
  /** Places where this device was, the oldest first; absent until a build that stores them. */
  marks?: HistoryPlace[];
  /** Set while everything is pulled again from a server restored from a backup. */
  resyncing?: true;
  /** Set between two pages of a pull that was checked for mass deletion and may be applied. */
  pulling?: true;
}

/** What the account stores on the server, and how much it may. */
export interface Room {
  used_bytes: number;
  max_bytes: number;
  used_records: number;
  max_records: number;
}

/** A record that this device could not keep, as of this state. */
export interface SetAside {
  id: string;
  kind: string;
  seq: number;
}

/** The account that a device is signed in to. */
export interface Account {
  id: string;
  email: string;
}

/** The result of the last sync. */
export interface SyncState {
  at: string | null;
  state:
    | "never"
    | "synced"
    | "offline"
    | "signed_out"
    | "waiting"
    | "upgrade_required"
    | "wrong_account"
    | "asking"
    | "failed";
  code: Code | null;
}

/** A question that sync waits for, because only the person should decide it. */
export type SyncPrompt =
  | { about: "other_history"; is_empty: boolean; answer?: "send" }
  | { about: "deletions"; count: number; of: number; answer?: "follow" | "keep" };

/** Whether the owner wants notifications on this device. */
export type NotificationChoice = "yes" | "no";

/** The entries of the store `meta`. */
export interface Meta {
  device: Device;
  account: Account;
  standing: SyncState;
  open_card: string;
  /** Where a tap on a notification leads, until a page has gone there. */
  tapped: { path: string; at: string };
  question: SyncPrompt;
  /** When this device first asked the browser not to clear what is stored here. */
  persistence_asked_at: string;
  /** A random name of this database, by which a new one in its place is recognised. */
  database_name: string;
  /** As of the last round; absent with an older server. */
  room: Room;
  /** Records from the server that could not be kept here; absent where there never was one. */
  set_aside: SetAside[];
  /** When this device noticed that the server was restored from a backup, until the person dismisses it. */
  put_back_at: string;
  /** Absent until the owner was asked. */
  reminding: NotificationChoice;
  /** Set while the server has not heard yet that whoever used this browser signed out. */
  sign_out_pending: true;
  /** Set when everything was removed from this device; the next start then makes a new database. */
  emptied: true;
  /** Until when signing in keeps the account whose deletion was asked for on this device. */
  account_deleted_after: string;
  /** Set when this device was emptied because its account is deleted, until the person dismisses it. */
  account_deleted: true;
  /** Set when signing in here took back that the account was to be deleted, until the person dismisses it. */
  account_kept: true;
  /** The counters of prompt styles, counted again from the records after each conversation. */
  style_counters: Counters;
}

/** A store of records: one for each kind, and one for kinds that only a newer client knows. */
export type StoreName = Kind | "other";
