/** The shapes that lie in the device's database. */
import type { Counters } from "../domain/prompts/learning";
import type { Code, Kind } from "./kinds.gen";

/** The fields of a record, sparse: what was never set is absent. */
export type Body = Record<string, unknown>;

export type Action = "set" | "delete" | "restore";

/** A change that the server would not take, kept as the person typed it, and what stood there before. */
export interface Refused {
  code: Code;
  fields: Record<string, string>;
  action: Action;
  set: Body;
  was: Body;
  /** What the person had seen when typing it; absent where that history is gone. */
  base_seq?: number;
}

/** By field: what another device said there too, or that the text holds two versions. */
export type Kept = Record<string, { seq: number; value?: unknown; two_versions?: true }[]>;

export interface Stored {
  id: string;
  kind: string;
  seq: number;
  body: Body;
  deleted_at: string | null;
  kept?: Kept;
  refused?: Refused;
  /** Not found again yet at a server that was put back: known below its head, or above it. */
  adrift?: "below" | "above";
}

/** A change on its way to the server; its number is null until it first goes into a request. */
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

/** A place in the server's history: a seq, and the word of the round that took it. */
export interface Mark {
  cursor: number;
  mark: string;
}

export interface Device {
  device_id: string;
  cursor: number;
  mark: string | null;
  epoch: string | null;
  last_number: number;
  last_answered: number;
  /** Places where this device was, the oldest first; absent before a build that keeps them. */
  marks?: Mark[];
  /** Set while everything is pulled again from a server that was put back. */
  resyncing?: true;
  /** Set between two pages of a pull that was looked over and may be taken in. */
  pulling?: true;
}

export interface Account {
  id: string;
  email: string;
}

/** What the last round came to. */
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

/** What nothing moves without: the person's word on something that no device should decide. */
export type SyncPrompt =
  | { about: "other_history"; is_empty: boolean; answer?: "send" }
  | { about: "deletions"; count: number; of: number; answer?: "follow" | "keep" };

/** What the owner said to being reminded on this device. */
export type NotificationChoice = "yes" | "no";

export interface Meta {
  device: Device;
  account: Account;
  standing: SyncState;
  open_card: string;
  question: SyncPrompt;
  /** When this device first asked the browser not to clear what is stored here. */
  persistence_asked_at: string;
  /** A name for this very database, so that one made in its place is known as another. */
  database_name: string;
  /** When this device noticed that the server had been put back, until the person has read it. */
  put_back_at: string;
  /** Absent for as long as the owner was never asked. */
  reminding: NotificationChoice;
  /** What learning has counted of the styles of prompts; counted afresh from the records after each talk. */
  style_counters: Counters;
}

/** The store in which records of this kind lie: kinds of a newer client share one. */
export type StoreName = Kind | "other";
