/** What a round and its answer look like on the way; docs/sync.md says what they mean. */
import type { Answer } from "../api";
import type { Code } from "../data/kinds.gen";
import type { Action, Body, Kept } from "../data/types";

export interface Change {
  number: number;
  kind: string;
  id: string;
  base_seq: number;
  made_at: string;
  set: Body | null;
  action: Action;
}

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

export interface Result {
  number: number;
  outcome: "applied" | "merged" | "rejected";
  seen_before: boolean;
  seq: number | null;
  code?: Code;
  fields?: Record<string, string>;
}

export interface News {
  kind: string;
  id: string;
  seq: number;
  body: Body;
  deleted_at: string | null;
  kept?: Kept;
  /** Removed for good, here as everywhere. */
  purged?: true;
}

export interface Reply {
  epoch: string;
  results: Result[];
  records: News[];
  cursor: number;
  mark: string | null;
  more: boolean;
  last_number: number;
  now: string;
  /** The newest seq there is, which servers of before did not tell. */
  head?: number;
}

/** Carries a round to the server and brings its answer. */
export type Send = (round: Round) => Promise<Answer<Reply>>;
