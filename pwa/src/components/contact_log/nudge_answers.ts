/** What can be said to a nudge besides getting in touch: another day, or let it pass. Each gives what takes it back. */
import { fieldsLike } from "../../data/body";
import { derivedId } from "../../data/ids";
import type { NudgeRecord } from "../../data/kinds.gen";
import type { TakeBack } from "../../data/note_records";
import { find } from "../../data/queries";
import { write } from "../../data/write";

/** Let the nudge about a person come on another day; gives what takes it back. */
export function putOff(personId: string, day: string): Promise<TakeBack> {
  return answer(personId, { put_off_to: day });
}

/** Let the nudge about a person pass; gives what takes it back. */
export function letPass(personId: string): Promise<TakeBack> {
  return answer(personId, { passed_at: new Date().toISOString() });
}

async function answer(personId: string, said: Partial<NudgeRecord>): Promise<TakeBack> {
  const id = await derivedId(personId, "nudge");
  const before = fieldsLike(said, { ...(await find("nudge", id))?.body });
  await write({ kind: "nudge", id, set: { person_ids: [personId], ...said } });
  return () => write({ kind: "nudge", id, set: before });
}
