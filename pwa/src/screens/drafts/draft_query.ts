/** Reads everything that a draft to a person is made of. */

import { derivedId } from "../../data/ids";
import { problemsOnCards } from "../../data/note_records";
import {
  conversationsWith,
  find,
  findByIndex,
  followUpsWith,
  people,
  type Saved,
} from "../../data/queries";
import type { DraftSources } from "./facts";

/** A person to write to, and the records that a draft is made of. */
export interface WholeDraft {
  person: Saved<"person">;
  followUp: Saved<"follow_up"> | undefined;
  sources: DraftSources;
}

/** Read the records about a person for a draft; null where there is no such person. */
export async function wholeDraft(
  id: string,
  followUpId: string | null,
): Promise<WholeDraft | null> {
  const person = await find("person", id);
  if (!person) return null;
  const [conversations, followUps, problems] = await Promise.all([
    conversationsWith(id),
    followUpsWith(id),
    findByIndex("problem", "person_ids", id),
  ]);
  const allProblems = [...problems, ...(await problemsOnCards(conversations, problems))];
  const sources = {
    person: person.body,
    me: (await find("person", await derivedId("", "me")))?.body,
    conversations,
    problems: allProblems.toSorted((a, b) => (capturedAt(a) < capturedAt(b) ? 1 : -1)),
    followUps,
    followUpId,
    eventNames: await eventNames(conversations),
    otherNames: (await people()).filter((one) => one.id !== id).map(({ body }) => body.name),
  };
  return { person, followUp: followUps.find((one) => one.id === followUpId), sources };
}

async function eventNames(conversations: Saved<"conversation">[]): Promise<Map<string, string>> {
  const ids = new Set(conversations.flatMap(({ body }) => body.event_id ?? []));
  const events = await Promise.all([...ids].map((id) => find("event", id)));
  return new Map(events.flatMap((event) => (event ? [[event.id, event.body.name]] : [])));
}

function capturedAt({ body }: Saved<"problem">): string {
  return body.captured_at ?? "";
}
