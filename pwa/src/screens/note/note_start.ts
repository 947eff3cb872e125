/** Where a note starts from: the address, text shared by another app, or a note left open. */

import { openCard } from "../../data/device_state";
import { find, type Saved } from "../../data/queries";
import type { Route } from "../../ui/router";
import { type Card, newCard } from "./card";

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Create the card for an address such as `/note?card=<id>&event=<id>`. */
export function newCardForRoute({ path, params }: Route): Card {
  const blank = newCard();
  if (path !== "/note") return blank;
  const idIn = (name: string) => params.getAll(name).find((id) => ID.test(id));
  const conversation_id = idIn("card") ?? blank.conversation_id;
  return { ...blank, conversation_id, event_id: idIn("event") ?? null };
}

const OPEN_MINUTES = 30;

/** Find the conversation whose card was open when the app was closed, if that was recently. */
export async function findOpenConversation(now: Date): Promise<Saved<"conversation"> | undefined> {
  const id = await openCard();
  const conversation = id ? await find("conversation", id) : undefined;
  return conversation && mayStillBeOpen(conversation, now) ? conversation : undefined;
}

/** Check whether a conversation is so recent that its card may still be in use. */
export function mayStillBeOpen({ body }: Saved<"conversation">, now: Date): boolean {
  if (!body.captured_at) return false;
  return now.getTime() - new Date(body.captured_at).getTime() < OPEN_MINUTES * 60_000;
}

/** Join the title, text and address shared by another app; repeated parts are dropped. */
export function sharedText(params: URLSearchParams): string {
  const parts = ["title", "text", "url"].map((name) => params.get(name)?.trim() ?? "");
  const distinct = parts.filter(
    (part, index) =>
      part && !parts.some((other, at) => at !== index && contains(other, part, at < index)),
  );
  return distinct.join("\n");
}

function contains(other: string, part: string, isEarlier: boolean): boolean {
  return other === part ? isEarlier : other.includes(part);
}
