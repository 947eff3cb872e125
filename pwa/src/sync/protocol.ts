/** The messages of the sync protocol: a round and its reply. docs/sync.md explains them. */
import type { Answer } from "../api";
import type { Code } from "../data/kinds.gen";
import type { Action, Body, Kept, Room } from "../data/types";

/** One change of a record, as it is sent. */
export interface Change {
  number: number;
  kind: string;
  id: string;
  base_seq: number;
  made_at: string;
  set: Body | null;
  action: Action;
}

/** One request: changes of this device, and the place after which it wants news. */
export interface Round {
  protocol: 1;
  client: string;
  account_id: string;
  device_id: string;
  epoch: string | null;
  cursor: number;
  mark: string | null;
  last_answered: number;
  changes: Change[];
  limit: number;
}

/** What the server did with one change. */
export interface Result {
  number: number;
  outcome: "applied" | "merged" | "rejected";
  seen_before: boolean;
  seq: number | null;
  code?: Code;
  fields?: Record<string, string>;
}

/** The newest state of a record that changed elsewhere. */
export interface News {
  kind: string;
  id: string;
  seq: number;
  body: Body;
  deleted_at: string | null;
  kept?: Kept;
  /** Whether the record is removed for good on every device. */
  purged?: true;
}

/** The reply to a round. */
export interface Reply {
  epoch: string;
  results: Result[];
  records: News[];
  cursor: number;
  mark: string | null;
  more: boolean;
  last_number: number;
  now: string;
  /** The newest seq there is; absent from older servers. */
  head?: number;
  /** Absent from older servers. */
  room?: Room;
}

/** Sends a round to the server and returns the reply. */
export type Send = (round: Round) => Promise<Answer<Reply>>;
