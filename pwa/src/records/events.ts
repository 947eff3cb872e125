/** What the screens read of events: which are on, whom to meet there, and the cards written at them. */
import { howMet, type Met } from "../event_rules/met";
import { eventsOn } from "../event_rules/on";
import { type Receipt, receiptOf } from "../event_rules/receipt";
import { db, recordStores, storeOf } from "./db";
import { all, find, having, type Saved } from "./queries";
import type { Stored } from "./stored";
import { write } from "./write";

/** A target with the name by which it is called, and how it was met, if it was. */
export interface Wanted extends Saved<"target"> {
  name: string;
  met: Met;
}

/** Give the events that are on, the one that counts first. */
export async function eventsOnAt(now: Date): Promise<Saved<"event">[]> {
  return eventsOn(await all("event"), now);
}

/** Give the cards of an event, the latest first. */
export async function cardsOf(eventId: string): Promise<Saved<"conversation">[]> {
  const cards = await having("conversation", "event_id", eventId);
  const moment = ({ body }: Saved<"conversation">) => body.captured_at ?? "";
  return cards.sort((a, b) => moment(b).localeCompare(moment(a)));
}

/** Give the targets of an event in the order in which they were thought of. */
export async function targetsOf(eventId: string): Promise<Wanted[]> {
  const [targets, cards] = await Promise.all([
    having("target", "event_id", eventId),
    cardsOf(eventId),
  ]);
  const inOrder = targets.sort((a, b) => a.id.localeCompare(b.id));
  return Promise.all(
    inOrder.map(async (target) => ({
      ...target,
      name: (await nameOf(target)) || target.body.who,
      met: howMet(target, cards),
    })),
  );
}

/** Say of a card that is stored at which event it was written. */
export async function putAtEvent(id: string, event_id: string): Promise<void> {
  if (await find("conversation", id)) await write({ kind: "conversation", id, set: { event_id } });
}

/** Count the cards of an event and how many of them wait to reach the server. */
export async function receiptFor(eventId: string): Promise<Receipt> {
  return receiptOf(await cardsOf(eventId), await unsafeRecords());
}

async function nameOf({ body }: Saved<"target">): Promise<string> {
  const [personId] = body.person_ids;
  return (personId && (await find("person", personId))?.body.name) || "";
}

async function unsafeRecords(): Promise<Stored[]> {
  const database = await db();
  const rows = new Map((await database.getAll("outbox")).map((row) => [row.id, row.kind]));
  const waiting = [...rows].map(([id, kind]) => database.get(storeOf(kind), id));
  const refused = recordStores.map((store) => database.getAllFromIndex(store, "refused"));
  const found = [...(await Promise.all(waiting)), ...(await Promise.all(refused)).flat()];
  return found.filter((record) => record !== undefined);
}
