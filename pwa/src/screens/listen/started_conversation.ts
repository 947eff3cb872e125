/** A conversation that was started: its address, and walking away from it to its note. */

import type { PickedPerson } from "../../components/person_picker/picked_person";
import { write } from "../../data/write";
import { go } from "../../ui/router";

export interface StartedConversation {
  /** The id that its conversation record will have. */
  card_id: string;
  event_id: string | null;
  people: PickedPerson[];
}

/** Open the note of a conversation; called within the tap, so that the keyboard opens at once. */
export function walkAway(conversation: StartedConversation): void {
  go(`/note?${paramsOf(conversation)}`, { replace: true });
  void markTargetsMet(conversation).catch(() => undefined);
}

/** Return the address of a conversation, so that reloading the page comes back to it. */
export function listenPath(conversation: StartedConversation): string {
  return `/listen?${paramsOf(conversation)}`;
}

function paramsOf({ card_id, event_id, people }: StartedConversation): URLSearchParams {
  return new URLSearchParams([
    ["card", card_id],
    ...(event_id ? [["event", event_id]] : []),
    ...people.map(({ person_id, target_id }) =>
      person_id ? ["person", person_id] : ["target", target_id ?? ""],
    ),
  ]);
}

/** A known person counts as met by the note itself; a kind of person has to be marked. */
async function markTargetsMet({ people }: StartedConversation): Promise<void> {
  const met_at = new Date().toISOString();
  const ids = people.flatMap(({ person_id, target_id }) => (person_id ? [] : (target_id ?? [])));
  if (ids.length > 0)
    await write(...ids.map((id) => ({ kind: "target" as const, id, set: { met_at } })));
}
