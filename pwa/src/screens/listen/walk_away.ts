/** The end of a talk: its card opens, and the kinds of people that it was with count as met. */

import { write } from "../../data/write";
import { go } from "../../ui/router";
import type { Listening } from "./listening";

/** Open the card of a talk, within the very tap, so that the keyboard comes up with it. */
export function walkAway(talk: Listening): void {
  go(`/note?${paramsOf(talk)}`, { replace: true });
  void noteMet(talk).catch(() => undefined);
}

/** Give the address of a talk, so that the page loaded anew comes back to it. */
export function addressOf(talk: Listening): string {
  return `/listen?${paramsOf(talk)}`;
}

function paramsOf({ card_id, event_id, whom }: Listening): URLSearchParams {
  return new URLSearchParams([
    ["card", card_id],
    ...(event_id ? [["event", event_id]] : []),
    ...whom.map(({ person_id, target_id }) =>
      person_id ? ["person", person_id] : ["target", target_id ?? ""],
    ),
  ]);
}

/** A person who was wanted is met by the card; of a kind of person no card tells. */
async function noteMet({ whom }: Listening): Promise<void> {
  const met_at = new Date().toISOString();
  const kinds = whom.flatMap(({ person_id, target_id }) => (person_id ? [] : (target_id ?? [])));
  if (kinds.length > 0)
    await write(...kinds.map((id) => ({ kind: "target" as const, id, set: { met_at } })));
}
