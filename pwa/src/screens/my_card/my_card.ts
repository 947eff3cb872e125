/** The user's own card, which is stored as a person. */
import { derivedId } from "../../data/ids";
import type { PersonRecord } from "../../data/kinds.gen";
import { type Live, useLive } from "../../data/live";
import { blankRecord, find, type Saved } from "../../data/queries";
import { write } from "../../data/write";

export type MyCard = Saved<"person">;

/** Return the own card as it changes; a blank one where nothing was typed yet. */
export function useMyCard(): Live<MyCard> {
  return useLive(readMyCard, ["person", "outbox"], []);
}

/** Read the own card; a blank one where nothing was typed yet. */
export async function readMyCard(): Promise<MyCard> {
  const id = await derivedId("", "me");
  return (await find("person", id)) ?? blankRecord("person", id);
}

/** Set fields of the own card, which is created with the first of them. */
export async function setMyCard(card: MyCard, set: Partial<PersonRecord>): Promise<void> {
  const created = card.body.is_me
    ? {}
    : { is_me: true, captured_at: card.body.captured_at ?? new Date().toISOString() };
  await write({ kind: "person", id: card.id, set: { ...set, ...created } });
}
