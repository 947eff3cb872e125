/** What can be said to a nudge besides getting in touch: another day, or let it pass. Each gives what takes it back. */

import { derivedId } from "../../data/ids";
import type { NudgeRecord } from "../../data/kinds.gen";
import type { Undo } from "../../data/note_records";
import { find } from "../../data/queries";
import { fieldsLike } from "../../data/record_body";
import { write } from "../../data/write";

/** Let the nudge about a person come on another day; gives what takes it back. */
export function postponeNudge(personId: string, day: string): Promise<Undo> {
  return answer(personId, { put_off_to: day });
}

/** Let the nudge about a person pass; gives what takes it back. */
export function skipNudge(personId: string): Promise<Undo> {
  return answer(personId, { passed_at: new Date().toISOString() });
}

async function answer(personId: string, said: Partial<NudgeRecord>): Promise<Undo> {
  const id = await derivedId(personId, "nudge");
  const before = fieldsLike(said, { ...(await find("nudge", id))?.body });
  await write({ kind: "nudge", id, set: { person_ids: [personId], ...said } });
  return () => write({ kind: "nudge", id, set: before });
}
