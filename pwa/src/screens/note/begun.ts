/** A card begun elsewhere: the address says which conversation it is of, and at which event. */

import type { Route } from "../../ui/router";
import { type Card, newCard } from "./card";

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Make the new card that an address asks for: `/note?card=<id>&event=<id>`. */
export function cardAt({ path, params }: Route): Card {
  const blank = newCard();
  if (path !== "/note") return blank;
  const named = (name: string) => params.getAll(name).find((id) => ID.test(id));
  const conversation_id = named("card") ?? blank.conversation_id;
  return { ...blank, conversation_id, event_id: named("event") ?? null };
}
