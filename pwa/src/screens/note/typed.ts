/** What stands on a card: who was met, and what is typed in its fields. */

import type { ConversationRecord } from "../../data/kinds.gen";

/** Somebody on the card; new, when the card made them and may take them back. */
export interface Met {
  id: string;
  name: string;
  isNew: boolean;
}

/** The fields of the form, as they are typed. */
export interface Typed {
  who: string;
  problem: string;
  promise: string;
  promise_due_on: string | null;
  forecast: ConversationRecord["forecast"];
  notes: string;
}
